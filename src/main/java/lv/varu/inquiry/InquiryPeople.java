package lv.varu.inquiry;

import java.util.List;
import lv.varu.privacy.Finding;
import lv.varu.privacy.PersonalData;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The wishes themselves: proof that they were answered in time. */
@Component
@Transactional(readOnly = true)
class InquiryPeople implements PersonalData {
    private final Inquiries inquiries;

    InquiryPeople(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public List<Finding> find(String email) {
        return inquiries.of(email).stream()
                .map(inquiry -> Finding.of(Inquiry.KIND, inquiry.id(), inquiry.key(), inquiry.createdAt())
                        .with("wish", new DefaultMessageSourceResolvable("inquiry.wish." + inquiry.wish()))
                        .with("name", inquiry.name())
                        .with("email", inquiry.email())
                        .with("receivedOn", inquiry.receivedOn())
                        .with("verification", inquiry.verification())
                        .stays("inquiry")
                        .done())
                .toList();
    }

    @Override
    public void erase(String email, List<Finding> findings) {
        // They stay until their own time is over.
    }
}
