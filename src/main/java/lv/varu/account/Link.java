package lv.varu.account;

import java.time.Instant;
import java.util.UUID;

/**
 * What a link lets its holder do, until when.
 *
 * @param subject what it is about, for example a proposal's id
 * @param holder whom it acts for, for example a municipal contact's id or an e-mail address
 */
public record Link(UUID id, Purpose purpose, String subject, String holder, Instant expiresAt) {

    /** One link, one purpose: a link for reading never answers. */
    public enum Purpose {
        CONFIRM_PROPOSAL,
        FOLLOW_PROPOSAL,
        INVITE_SUPPORT,
        CONFIRM_SUPPORT,
        FOLLOW_SUPPORT,
        ANSWER_PROPOSALS,
        CONFIRM_RECEIPT,
        INVITATION,
        CONFIRM_SUBSCRIPTION,
        SUBSCRIPTION,
        TELL_PROGRESS,
        ANSWER_BROADCAST,
        EMPTY_BOX,
        CONFIRM_INQUIRY,
        INQUIRY_COPY,
        SET_UP,
        RESET_PASSWORD
    }
}
