package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LadderTest {
    private final Transcript transcript = new Transcript(new VirtualTimeline());
    private final Octets toPeer = World.udp(World.ENDPOINT, World.PEER, 5);
    private final Octets toEndpoint = World.udp(World.PEER, World.ENDPOINT, 5);

    @Test
    void aWholeConversationIsOnIt() throws Exception {
        Document picture = parsed(Ladder.svg(new Conversation().play(), "endpoint", null, "an answer"));
        assertThat(texts(picture))
                .contains("endpoint", "192.0.2.2", "203.0.113.9")
                .contains("app: listen(80)", "S 0:0(0) win 65535 <mss 1460,sackOK>", "peer app: close()")
                .contains("\u2717 missing: an answer ");
    }

    @Test
    void anArrowPointsWhereTheDatagramWent() throws Exception {
        transcript.append(Kind.SENT, "endpoint", toPeer, "");
        transcript.append(Kind.RECEIVED, "endpoint", toEndpoint, "");
        transcript.append(Kind.LOST, "endpoint", toPeer, "dropped");
        List<Element> lines = elements(parsed(Ladder.svg(transcript, "endpoint", null, "more")), "line");
        List<Boolean> rightwards = lines.stream()
                .filter(line -> List.of("packet", "lost").contains(line.getAttribute("class")))
                .map(line -> number(line, "x2") > number(line, "x1"))
                .toList();
        assertThat(rightwards).containsExactly(true, false, true);
    }

    @Test
    void whatIsWrongIsMarkedWhereItWasSentLastAndWhatWasExpectedStandsBelow() throws Exception {
        transcript.append(Kind.SENT, "endpoint", toPeer, "");
        transcript.append(Kind.SENT, "endpoint", World.udp(World.ENDPOINT, World.PEER, 6), "");
        transcript.append(Kind.SENT, "endpoint", toPeer, "");
        transcript.append(Kind.RECEIVED, "endpoint", toEndpoint, "");
        Document picture = parsed(Ladder.svg(transcript, "endpoint", toPeer, "silence"));
        assertThat(texts(picture))
                .containsSubsequence(
                        "udp (5) 1234 > 53",
                        "udp (6) 1234 > 53",
                        "\u2717 udp (5) 1234 > 53",
                        "expected: silence ",
                        "udp (5) 1234 > 53")
                .doesNotContain("\u2717 missing: silence ");
        assertThat(elements(picture, "line"))
                .filteredOn(line -> line.getAttribute("class").equals("wrong"))
                .hasSize(1);
    }

    @Test
    void aLongExchangeLosesItsMiddleAndSaysSo() throws Exception {
        for (int i = 0; i < 100; i++) {
            transcript.append(Kind.CALL, "endpoint", "call " + i);
        }
        assertThat(texts(parsed(Ladder.svg(transcript, "endpoint", null, "an end"))))
                .contains("app: call 0", "app: call 29", "app: call 70", "app: call 99")
                .contains("... 40 more, which the transcript has ...")
                .doesNotContain("app: call 30", "app: call 69");
    }

    @Test
    void aStacksOwnWordsCannotBreakThePicture() throws Exception {
        transcript.append(Kind.LOG, "endpoint", "<script>alert('&')</script>\u0000\ud800 \ufffe 한글 \ud83d\ude00");
        assertThat(texts(parsed(Ladder.svg(transcript, "endpoint", null, "<b>"))))
                .contains(
                        "log: <script>alert('&')</script>\\u0000\\uD800 \\uFFFE 한글 \ud83d\ude00",
                        "\u2717 missing: <b> ");
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document picture) {
        return elements(picture, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document picture, String name) {
        NodeList nodes = picture.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
