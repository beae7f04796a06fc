package lv.varu.bench;

import java.util.Random;

/** Texts of proposals: different, of the length that people write, and the same for the same number. */
final class Texts {
    private static final String[] WORDS =
            ("bērni skolas iela pāreja krustojums ceļš lūdzam izbūvēt apgaismojums pagasts"
                            + " pietura autobuss katru rītu vakarā tumšs laternas drošība iedzīvotāji novads ūdensvads"
                            + " kanalizācija remonts māja pagalms kāpņutelpa jumts siltināšana park soliņi celiņš upe"
                            + " peldvieta laukums rotaļas jaunieši biedrība talka sakopt piemineklis kapsēta bibliotēka"
                            + " tautas nams sporta zāle stadions slēpošana velosipēds asfalts grants putekļi ātrums ierobežot"
                            + " zīme gājēji vecāki pensionāri doktorāts ambulance aptieka veikals pasts banka tirgus")
                    .split(" ");

    private Texts() {}

    static String text(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        int sentences = 2 + random.nextInt(4);
        for (int i = 0; i < sentences; i++) {
            int words = 6 + random.nextInt(9);
            for (int j = 0; j < words; j++) {
                String word = WORDS[random.nextInt(WORDS.length)];
                text.append(j == 0 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
                        .append(j == words - 1 ? ". " : " ");
            }
        }
        return text.toString().strip();
    }

    static String title(long seed) {
        String text = text(seed);
        return text.substring(0, text.indexOf('.'));
    }
}
