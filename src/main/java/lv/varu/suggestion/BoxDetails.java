package lv.varu.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * What the register says of a box.
 *
 * @param place code of the parish or town
 * @param spot where exactly it hangs
 * @param keeper who empties it; staff do when there is none
 */
public record BoxDetails(
        String place, String spot, @Nullable Keeper keeper, Schedule schedule) {

    /** The person in the parish. */
    public record Keeper(
            String name, String email, @Nullable String phone, String language) {}
}
