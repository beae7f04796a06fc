package lv.varu.audit;

import lv.varu.audit.Verification.Break;
import lv.varu.audit.Verification.Flaw;

/** Ends the verification at the first broken row. */
class BrokenTrail extends RuntimeException {
    final Break where;

    BrokenTrail(Flaw flaw, String chain, long sequence) {
        super(flaw + " " + chain + " " + sequence);
        this.where = new Break(flaw, chain, sequence);
    }

    static void unless(boolean holds, Flaw flaw, String chain, long sequence) {
        if (!holds) {
            throw new BrokenTrail(flaw, chain, sequence);
        }
    }
}
