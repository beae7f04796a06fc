package lv.varu.task;

import lv.varu.account.Person;
import lv.varu.audit.CaseKey;

/** Who may read the trail of a case. A kind of case for which no feature answers is for administrators only. */
public interface CaseAccess {
    String kind();

    boolean mayRead(Person person, CaseKey key);
}
