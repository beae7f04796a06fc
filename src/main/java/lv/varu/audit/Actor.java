package lv.varu.audit;

/** Who acts: a person with an account, the holder of a link, an unknown visitor, a timer of a model or the system. */
public record Actor(Kind kind, String id) {
    public enum Kind {
        ACCOUNT,
        LINK,
        VISITOR,
        TIMER,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "");
    public static final Actor VISITOR = new Actor(Kind.VISITOR, "");

    public static Actor account(Object id) {
        return new Actor(Kind.ACCOUNT, id.toString());
    }

    public static Actor link(Object id) {
        return new Actor(Kind.LINK, id.toString());
    }

    public static Actor timer(String activity) {
        return new Actor(Kind.TIMER, activity);
    }
}
