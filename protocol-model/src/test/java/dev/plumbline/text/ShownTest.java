package dev.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void whatIsSeenStaysAsItIs() {
        assertThat(Shown.line("a <b> 과제 é 😀 \\u0041")).isEqualTo("a <b> 과제 é 😀 \\u0041");
    }

    @Test
    void whatWouldDoSomethingElseIsWrittenAsItsNumber() {
        assertThat(Shown.line("\u001b[31m\0\u0085\u2028\u202egnp\u200b\ufeff\ud800"))
                .isEqualTo("\\u001B[31m\\u0000\\u0085\\u2028\\u202Egnp\\u200B\\uFEFF\\uD800");
        assertThat(Shown.line("\udb40\udc41")).isEqualTo("\\uDB40\\uDC41");
    }

    @Test
    void linesStayLinesWhereThereAreSeveral() {
        assertThat(Shown.line("a\nb\tc\r")).isEqualTo("a\\u000Ab\\u0009c\\u000D");
        assertThat(Shown.lines("a\nb\tc\r")).isEqualTo("a\nb\tc\\u000D");
    }

    @Test
    void markupIsText() {
        assertThat(Shown.html("<img src=x onerror=\"f('&')\">"))
                .isEqualTo("&lt;img src=x onerror=&quot;f(&#39;&amp;&#39;)&quot;&gt;");
    }

    @Test
    void aShellTakesAWordAsOne() {
        assertThat(Shown.shellWord("jar:target/a-b.jar")).isEqualTo("jar:target/a-b.jar");
        assertThat(Shown.shellWord("jar:과제/it's; rm -rf $HOME")).isEqualTo("'jar:과제/it'\\''s; rm -rf $HOME'");
        assertThat(Shown.shellWord("a\nb")).isEqualTo("'a\\u000Ab'");
        assertThat(Shown.shellWord("")).isEqualTo("''");
    }

    @Property
    void nothingUnseenIsLeft(@ForAll String text) {
        assertThat(Shown.line(text).codePoints()).noneMatch(ShownTest::isUnseen);
        assertThat(Shown.html(text)).doesNotContain("<", ">", "\"", "'");
    }

    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
