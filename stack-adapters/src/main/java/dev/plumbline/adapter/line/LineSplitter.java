package dev.plumbline.adapter.line;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Cuts octets that come in pieces into lines, none of them longer than the protocol allows. */
public final class LineSplitter {
    private byte[] held = new byte[8192];
    private int length;

    /**
     * Hands every line that is complete now to {@code sink}, without its end.
     *
     * @param count how many octets of {@code chunk} are new
     * @throws MalformedLine if a line is longer than {@link LineMessage#MAX_LINE}
     */
    public void split(byte[] chunk, int count, Consumer<String> sink) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (chunk[i] == '\n') {
                hold(chunk, start, i);
                sink.accept(take());
                start = i + 1;
            }
        }
        hold(chunk, start, count);
    }

    /** There is no more: hands over what came after the last line's end, if anything. */
    public void end(Consumer<String> sink) {
        if (length > 0) {
            sink.accept(take());
        }
    }

    private void hold(byte[] chunk, int start, int end) {
        int total = length + end - start;
        if (total >= LineMessage.MAX_LINE) {
            throw new LineTooLong(text());
        }
        if (total > held.length) {
            held = Arrays.copyOf(held, Math.max(total, held.length * 2));
        }
        System.arraycopy(chunk, start, held, length, end - start);
        length = total;
    }

    private String take() {
        String line = text();
        length = 0;
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    private String text() {
        return new String(held, 0, length, StandardCharsets.UTF_8);
    }
}
