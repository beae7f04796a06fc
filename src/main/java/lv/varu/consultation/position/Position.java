package lv.varu.consultation.position;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the partnership tells the municipalities: an introduction, chosen proposals in groups, and its own view. */
@Entity
@Table(name = "consultation_position")
public class Position {
    @Id
    private UUID consultationId;

    private String introduction;
    private String ownView;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Item> items;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> eAddressHosts;

    @Version
    private int version;

    protected Position() {}

    Position(UUID consultationId) {
        this.consultationId = consultationId;
        this.introduction = "";
        this.ownView = "";
        this.items = List.of();
        this.eAddressHosts = List.of();
    }

    public void compile(String newIntroduction, String newOwnView, List<Item> newItems) {
        compile(newIntroduction, newOwnView, newItems, eAddressHosts);
    }

    public void compile(String newIntroduction, String newOwnView, List<Item> newItems, List<String> newEAddressHosts) {
        this.eAddressHosts = List.copyOf(newEAddressHosts);
        this.introduction = newIntroduction;
        this.ownView = newOwnView;
        this.items = List.copyOf(newItems);
    }

    public UUID consultationId() {
        return consultationId;
    }

    public String introduction() {
        return introduction;
    }

    public String ownView() {
        return ownView;
    }

    /** In the order in which they are told. */
    public List<Item> items() {
        return items;
    }

    /** Hosts to whom staff send it themselves, in the e-address or on a portal. */
    public List<String> eAddressHosts() {
        return eAddressHosts;
    }

    /** Why some proposals are not part of the position. */
    public Map<UUID, String> leftOut() {
        return items.stream().filter(Item::leftOut).collect(Collectors.toMap(Item::proposalId, Item::leftOutReason));
    }

    /**
     * A proposal's place in the position.
     *
     * @param group heading under which it stands
     * @param leftOutReason empty for a proposal that is in the position
     */
    public record Item(UUID proposalId, String group, String leftOutReason) {
        public boolean leftOut() {
            return !leftOutReason.isEmpty();
        }
    }
}
