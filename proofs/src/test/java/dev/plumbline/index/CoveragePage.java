package dev.plumbline.index;

import java.util.List;

/** The page docs/coverage.md: the checklists, and what the catalogue has for each line. */
final class CoveragePage {
    static final String COMMAND =
            "./mvnw -pl proofs -am test -Dtest=ChecklistTest -Dsurefire.failIfNoSpecifiedTests=false -Dplumbline.index=write";

    private static final String HEAD = """
            # What is judged, and what is not yet

            The catalogue says what is judged. Whether that is enough, it cannot say: so here is what somebody who reads the RFCs would
            want to see, and what stands for it. *Not seen*: neither the wire nor the SPI shows it, with the reason. *Open*: nothing
            judges it yet. A requirement's id leads on in [docs/index.md](index.md), or with `./plumbline show ID`.

            The page is made from `features/src/main/resources/checklists`, and the build fails when it is not what they say, or when
            they name a requirement that nothing judges. To write it anew:

                %s

            | list | judged | not seen | open | of |
            |---|---|---|---|---|
            """;

    private final StringBuilder page = new StringBuilder();

    /** The page. */
    String text(List<Checklist> lists) {
        page.setLength(0);
        page.append(HEAD.formatted(COMMAND));
        lists.forEach(list -> row(
                list.title(),
                Long.toString(list.judged()),
                Long.toString(list.unseen()),
                Long.toString(list.open()),
                Integer.toString(list.size())));
        lists.forEach(this::list);
        return page.toString();
    }

    private void list(Checklist list) {
        page.append("\n## ").append(list.title()).append("\n\n");
        row("id", "level", "section", "behaviour", "judged by");
        row("---", "---", "---", "---", "---");
        list.entries()
                .forEach(entry -> row(entry.id(), entry.level(), entry.section(), entry.behaviour(), judgedBy(entry)));
    }

    private static String judgedBy(Checklist.Entry entry) {
        if (entry.isOpen()) {
            return "*open*";
        }
        return entry.why().isEmpty() ? String.join(", ", entry.rows()) : "*not seen*: " + entry.why();
    }

    private void row(String... cells) {
        page.append("|");
        for (String cell : cells) {
            page.append(' ')
                    .append(cell.replace("|", "\\|").replace("<", "&lt;"))
                    .append(" |");
        }
        page.append('\n');
    }
}
