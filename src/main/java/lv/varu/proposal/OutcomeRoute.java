package lv.varu.proposal;

/** How an idea is to be carried out: small ones belong to the yearly budget, not to the investment plan. */
public enum OutcomeRoute {
    INVESTMENT_PLAN,
    ANNUAL_BUDGET,
    OTHER
}
