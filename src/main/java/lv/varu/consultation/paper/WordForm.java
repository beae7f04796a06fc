package lv.varu.consultation.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A paper that a partnership can lay out itself in Word; named by {@code consultation.word.POSITION}. */
public enum WordForm {
    POSITION(
            "nostaja",
            "nosaukums",
            "kods",
            "dokumenta_veids",
            "adresati",
            "partneribas",
            "apspriesana",
            "datums",
            "ievads",
            "viedoklis",
            "neieklauti",
            "priekslikumu_skaits",
            "priekslikumi.grupa",
            "priekslikumi.numurs",
            "priekslikumi.virsraksts",
            "priekslikumi.teksts",
            "priekslikumi.temats",
            "priekslikumi.lappuse"),
    REPORT(
            "parskats",
            "nosaukums",
            "kods",
            "dokumenta_veids",
            "adresati",
            "partneribas",
            "apspriesana",
            "datums",
            "ievads",
            "secinajumi",
            "sanemti",
            "iesniedzeji",
            "uzaicinatas",
            "atsaucas",
            "vertejums",
            "iznakumi.nosaukums",
            "iznakumi.skaits",
            "temati.nosaukums",
            "temati.skaits",
            "apakstemas.nosaukums",
            "apakstemas.skaits",
            "kanali.nosaukums",
            "kanali.datums",
            "kanali.saite",
            "priekslikumi.numurs",
            "priekslikumi.virsraksts",
            "priekslikumi.iznakums",
            "priekslikumi.pamatojums");

    private final String word;
    private final List<String> placeholders;

    WordForm(String word, String... placeholders) {
        this.word = word;
        this.placeholders = List.of(placeholders);
    }

    /** In addresses and names of files. */
    public String word() {
        return word;
    }

    /** Everything that its template may ask for; {@code consultation.word.POSITION.nosaukums} says what it is. */
    public List<String> placeholders() {
        return placeholders;
    }

    static Optional<WordForm> named(String word) {
        return Arrays.stream(values()).filter(form -> form.word.equals(word)).findFirst();
    }
}
