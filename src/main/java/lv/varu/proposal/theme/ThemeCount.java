package lv.varu.proposal.theme;

import org.springframework.modulith.NamedInterface;

/**
 * How many proposals are about a theme; those that another one speaks for do not count.
 *
 * @param accepted of them, wholly or in part, as far as that is published
 */
@NamedInterface("shared")
public record ThemeCount(Theme theme, long proposals, long accepted) {}
