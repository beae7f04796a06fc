package lv.varu.proposal;

import org.springframework.modulith.NamedInterface;

/** How an idea is to be carried out: small ones belong to the yearly budget, not to the investment plan. */
@NamedInterface("shared")
public enum OutcomeRoute {
    INVESTMENT_PLAN,
    ANNUAL_BUDGET,
    OTHER
}
