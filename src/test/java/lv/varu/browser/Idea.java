package lv.varu.browser;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** What somebody writes into the form for proposals, in the language of the page. */
record Idea(String title, String text, String topic, String place, String name, String email, String address) {
    private static final Map<String, Map<String, String>> LABELS = Map.of(
            "lv",
            Map.of(
                    "title", "Virsraksts",
                    "text", "Priekšlikums",
                    "topic", "Temats",
                    "place", "Par kuru vietu",
                    "name", "Vārds un uzvārds",
                    "email", "E-pasts",
                    "address", "Adrese",
                    "processing", "glabā un izmanto manus datus",
                    "forwarding", "manu vārdu un adresi nodod pašvaldībai",
                    "send", "Nosūtīt priekšlikumu"),
            "en",
            Map.of(
                    "title", "Title",
                    "text", "Proposal",
                    "topic", "Topic",
                    "place", "Which place it is about",
                    "name", "First and last name",
                    "email", "E-mail",
                    "address", "Address",
                    "processing", "keeps and uses my data",
                    "forwarding", "my name and address are passed on",
                    "send", "Send the proposal"));

    void write(Visitor visitor) {
        write(visitor, Locale.forLanguageTag("lv"));
    }

    void write(Visitor visitor, Locale language) {
        var labels = LABELS.get(language.getLanguage());
        visitor.fill(labels.get("title"), title);
        visitor.fill(labels.get("text"), text);
        visitor.choose(labels.get("topic"), topic);
        visitor.choose(labels.get("place"), place);
        visitor.fill(labels.get("name"), name);
        visitor.fill(labels.get("email"), email);
        visitor.fill(labels.get("address"), address);
        visitor.tick(labels.get("processing"));
        visitor.tick(labels.get("forwarding"));
    }

    static void send(Visitor visitor) {
        visitor.press("Nosūtīt priekšlikumu");
    }

    static FilePayload photograph(String name) {
        var image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x4F7A5B));
        pen.fillRect(0, 0, 320, 200);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/jpeg", bytes.toByteArray());
    }
}
