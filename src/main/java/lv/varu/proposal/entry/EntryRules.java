package lv.varu.proposal.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lv.varu.calendar.Riga;
import lv.varu.proposal.Call;
import lv.varu.proposal.IntakeChannel;
import lv.varu.proposal.IntakeRules;
import lv.varu.proposal.Submission;
import lv.varu.proposal.SubmissionRefused.Fault;
import lv.varu.proposal.Submitter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What staff must enter of a proposal that came in by another way than the form. */
@Component
class EntryRules {
    private final IntakeRules rules;
    private final Clock clock;

    EntryRules(IntakeRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    List<Fault> faults(StaffEntry entry, Call call) {
        List<Fault> faults = new ArrayList<>(rules.faults(entry.submission(), call));
        if (entry.submission().channel().isOnline()) {
            faults.add(new Fault("channel", "proposal.fault.channel"));
        }
        submitter(faults, entry.submission());
        dates(faults, entry, call);
        return faults;
    }

    private static void submitter(List<Fault> faults, Submission submission) {
        Submitter submitter = submission.submitter();
        IntakeChannel channel = submission.channel();
        if (channel == IntakeChannel.EMAIL && submitter.email() == null) {
            faults.add(new Fault("submitter.email", "proposal.fault.email.sender"));
        }
        if (!channel.mayBeAnonymous() && submitter.name() == null && submitter.organisation() == null) {
            faults.add(new Fault("submitter.name", "proposal.fault.name.missing"));
        }
    }

    private void dates(List<Fault> faults, StaffEntry entry, Call call) {
        LocalDate today = Riga.today(clock);
        if (entry.receivedOn().isAfter(today)) {
            faults.add(new Fault("receivedOn", "proposal.fault.received.future"));
        }
        if (isAfter(entry.writtenOn(), entry.receivedOn())) {
            faults.add(new Fault("writtenOn", "proposal.fault.written.late"));
        }
        boolean post = entry.submission().channel() == IntakeChannel.POST;
        if (post && isAfter(entry.postmarkedOn(), entry.receivedOn())) {
            faults.add(new Fault("postmarkedOn", "proposal.fault.postmarked.late"));
        }
        String counted = post && entry.postmarkedOn() != null ? "postmarkedOn" : "receivedOn";
        if (isAfter(entry.countedOn(), call.closesOn())) {
            faults.add(new Fault(counted, post ? "proposal.fault.counted.postLate" : "proposal.fault.counted.late"));
        } else if (entry.countedOn().isBefore(Riga.dayOf(call.opensAt()))) {
            faults.add(new Fault(counted, "proposal.fault.counted.early"));
        }
    }

    private static boolean isAfter(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isAfter(other);
    }
}
