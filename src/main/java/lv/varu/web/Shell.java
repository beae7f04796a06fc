package lv.varu.web;

import lv.varu.account.Person;
import org.jspecify.annotations.Nullable;

/** What the layouts show around a page. */
public record Shell(@Nullable Person person, boolean demo, String languageSwitchUrl) {}
