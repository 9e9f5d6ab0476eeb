package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.mark.SampleCourse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClassPageTest {
    private final String page = ClassPage.of(SampleCourse.course());

    @Test
    void showsWhereTheClassStandsAndWhatIsCommon() {
        assertThat(page)
                .contains("<b>8.75 of 12.5</b>points are the median")
                .contains("<b>1 of 3</b> HS-1: it came &lt;too&gt; late &amp; wrong")
                .contains("<b>1 of 3</b><a href=\"requirements/hs-1.html\">HS-1</a>")
                .contains("<b>1</b>does not compile")
                .contains("<td class=\"number\" data-n=\"12.50\" data-of=\"Points\">12.50</td>");
    }

    /** What a submission is called, and what a stack says, is shown and never obeyed. */
    @Test
    void whateverStrangersWroteIsOnlyText() {
        assertThat(page)
                .contains("href=\"students/b%20b%22%3Ci%3E/lesson.html\"")
                .contains("=Bob, &quot;&lt;B&gt;&quot;")
                .contains("&lt;b&gt;UDP&lt;/b&gt;")
                .contains("it came &lt;too&gt; late &amp; wrong")
                .doesNotContain("<i>")
                .doesNotContain("<too>");
    }

    @Test
    void asksNothingOfTheNetworkAndCanBeUsedWithKeys() {
        assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain(" src=");
        long columns = Pattern.compile("<th scope=\"col\"><button type=\"button\">")
                .matcher(page)
                .results()
                .count();
        assertThat(columns).isEqualTo(8);
        assertThat(page)
                .contains("prefers-color-scheme: dark")
                .contains("<caption>")
                .contains("<html lang=\"en\">");
    }
}
