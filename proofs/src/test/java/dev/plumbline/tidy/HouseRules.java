package dev.plumbline.tidy;

import java.util.List;

/** All house rules. This file is the one place where the forbidden stands, as samples; so it is not checked itself. */
final class HouseRules {
    static final String FILE = "HouseRules.java";

    private HouseRules() {}

    static List<HouseRule> all() {
        return List.of(
                citations(),
                new HouseRule("nobody sleeps", TextRules.nobodySleeps())
                        .finds(3, "class A {\n    void a() throws Exception {\n        Thread.sleep(1);\n    }\n}")
                        .allows("/** Never Thread.sleep. */\nclass A {\n    String s = \"Thread.sleep\";\n}"),
                new HouseRule("nobody prints", TextRules.nobodyPrints())
                        .finds(3, "class A {\n    void a() {\n        System.out.println();\n    }\n}")
                        .finds(2, "class A {\n    Object o = System.err;\n}")
                        .allows("class A {\n    long t = System.nanoTime();\n}"),
                new HouseRule("nothing is left for later", TextRules.nothingIsLeftForLater())
                        .finds(2, "class A {\n    // TODO think\n}")
                        .finds(1, "/** FIXME */\nclass A {}")
                        .findsIn("a.feature", 2, "Feature: A\n  # TODO more")
                        .allows("class A {\n    String s = \"TODO\";\n}"),
                new HouseRule("no test is switched off", TextRules.noTestIsSwitchedOff())
                        .finds(2, "class A {\n    @Disabled\n    void a() {}\n}")
                        .findsIn("a.feature", 2, "Feature: A\n  @ignore\n  Scenario: B")
                        .allows("class A {\n    @Test\n    void a() {}\n}"),
                new HouseRule("files are short", TextRules.filesAreShort())
                        .finds(1, "class A {}\n" + "\n".repeat(TextRules.LONGEST_FILE))
                        .allows("class A {}\n" + "\n".repeat(TextRules.LONGEST_FILE - 1)),
                new HouseRule("methods are short", StructureRules.methodsAreShort())
                        .finds(2, method(StructureRules.LONGEST_METHOD + 1))
                        .finds(2, method(StructureRules.LONGEST_METHOD + 1).replace("void a()", "A()"))
                        .allows(method(StructureRules.LONGEST_METHOD)),
                new HouseRule("most methods are very short", StructureRules.mostMethodsAreVeryShort())
                        .finds(2, method(StructureRules.USUAL_METHOD + 1))
                        .allows(method(StructureRules.USUAL_METHOD))
                        .allows(withShortMethods(19, method(StructureRules.USUAL_METHOD + 1))),
                new HouseRule("packages introduce themselves", StructureRules.packagesIntroduceThemselves())
                        .finds(1, "class A {}")
                        .findsIn("package-info.java", 1, "@NullMarked\npackage a;")
                        .findsIn("package-info.java", 1, "/** What is here. */\npackage a;")
                        .allowsIn("package-info.java", "/** What is here. */\n@NullMarked\npackage a;")
                        .allowsAt("examples/a/src/main/java/A.java", "class A {}"));
    }

    private static HouseRule citations() {
        return new HouseRule("citations name the section", TextRules.citationsNameTheSection())
                .finds(1, "/** As RFC 9293 says. */\nclass A {}")
                .finds(2, "class A {\n    // RFC 793 and RFC 9293 section 3.4\n}")
                .finds(2, "/**\n * See RFC 1122.\n * Section 3 of this page.\n */\nclass A {}")
                .finds(2, "class A {\n    String s = \"RFC 1035\";\n    int section;\n}")
                .findsIn("a.feature", 2, "Feature: A\n  RFC 793 told us so.")
                .allows("/** As RFC 9293 section 3.10.7.4 says. */\nclass A {}")
                .allows("/** The header (RFC 1035,\n * section 4.1.1). */\nclass A {}")
                .allows("/** Label RFC9293/MUST-58, and RFC 768, which has no numbered sections. */\nclass A {}")
                .allows("/** Row RFC9293/3.10.7.4-SEQ, whose section stands in its id. */\nclass A {}")
                .allows("/** RFC 9293 §3.4. */\nclass A {}");
    }

    /** A class whose only method has a body of so many lines. */
    private static String method(int lines) {
        return "class A {\n    void a() {\n" + "        ;\n".repeat(lines - 2) + "    }\n}";
    }

    private static String withShortMethods(int count, String type) {
        return type.replaceFirst("}$", "    void b() {}\n".repeat(count) + "}");
    }
}
