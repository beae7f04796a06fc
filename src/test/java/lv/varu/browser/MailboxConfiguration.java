package lv.varu.browser;

import com.icegreen.greenmail.util.GreenMail;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class MailboxConfiguration {

    @Bean
    Mailbox mailbox(GreenMail smtpServer) {
        return new Mailbox(smtpServer);
    }
}
