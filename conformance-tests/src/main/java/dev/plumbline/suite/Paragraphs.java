package dev.plumbline.suite;

import dev.plumbline.results.Clip;
import dev.plumbline.trial.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** What happened, what was expected and what came: each told once, for what a reader meets twice is taken for two things. */
final class Paragraphs {
    private static final String COLON = ": ";
    private static final int MOST_WORDS = 4_000;

    private Paragraphs() {}

    /**
     * Of a finding and of the laws that were broken besides. A headline that says in full what was expected, or what came, has said
     * it.
     *
     * @param story the exchange, which tells sequence numbers otherwise than the finding
     */
    static String of(Finding finding, List<String> besides, String story) {
        StringBuilder text = new StringBuilder();
        String headline = finding.headline();
        add(text, "What happened", headline);
        if (!headline.contains(finding.expected())) {
            add(text, "Expected", finding.expected());
        }
        if (!headline.contains(finding.came()) || finding.came().length() < headline.length() / 2) {
            add(text, "Came", Clip.lines(finding.came(), MOST_WORDS));
        }
        String sentences = String.join("\n", headline, finding.expected(), finding.came());
        add(text, "Relative", RelativeNumbers.of(sentences, story));
        if (!besides.isEmpty()) {
            add(
                    text,
                    "Besides",
                    besides.stream().map(law -> without(law, headline)).collect(Collectors.joining("\n")));
        }
        return text.toString();
    }

    /** The mistake is named once, though it breaks a law, too: what stands behind the last colons is left out where it was said. */
    private static String without(String law, String said) {
        int id = law.indexOf(COLON) + 1;
        for (int at = law.indexOf(COLON, id); at > 0; at = law.indexOf(COLON, at + 1)) {
            if (said.contains(law.substring(at))) {
                return law.substring(0, at);
            }
        }
        return law;
    }

    private static void add(StringBuilder text, String title, String words) {
        if (!words.isEmpty()) {
            text.append(String.format("%-14s %s%n", title + ":", words.replace("\n", "\n               ")));
        }
    }
}
