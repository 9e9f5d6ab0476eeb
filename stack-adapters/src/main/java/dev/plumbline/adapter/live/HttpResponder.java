package dev.plumbline.adapter.live;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpService;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest web server that a browser or {@code curl} talks to: {@code GET /N} answers with N octets of a pattern that
 * anybody can compute, see {@link #octetAt}. It speaks HTTP/1.0: one answer, then the end of the connection.
 */
public final class HttpResponder implements TcpHandler {
    /** The most that is asked for in one request. */
    public static final long MOST = 10_000_000_000L;

    private static final Pattern REQUEST =
            Pattern.compile("(GET|HEAD) /([0-9]{1,11})? HTTP/1\\.[01]\r\n.*", Pattern.DOTALL);
    private static final int LONGEST_REQUEST = 8192;
    private static final int PIECE = 64 * 1024;
    private static final byte[] PATTERN = pattern();

    /** Where it stands; nothing leads back. */
    private enum State {
        READING,
        ANSWERING,
        DONE
    }

    private final StringBuilder request = new StringBuilder();
    private Octets head = Octets.empty();
    private State state = State.READING;
    private long sent;
    private long size;

    private HttpResponder() {}

    /** Opens a port; each connection to it has a responder of its own. */
    public static void listen(TcpService tcp, Port port) {
        var unused = tcp.listen(port, connection -> new HttpResponder());
    }

    /** Which octet stands at this place of every answer's body: the place times 31, plus the place divided by 251, modulo 256. */
    public static byte octetAt(long place) {
        return (byte) (place * 31 + place / 251);
    }

    @Override
    public void readable(TcpConnection connection) {
        for (Octets data = connection.receive(PIECE); data.length() > 0; data = connection.receive(PIECE)) {
            if (request.length() < LONGEST_REQUEST) {
                request.append(new String(data.toByteArray(), StandardCharsets.ISO_8859_1));
            }
        }
        boolean complete = request.indexOf("\r\n\r\n") >= 0 || request.length() >= LONGEST_REQUEST;
        if (complete && state == State.READING) {
            state = State.ANSWERING;
            answer();
            writable(connection);
        }
    }

    @Override
    public void writable(TcpConnection connection) {
        if (state != State.ANSWERING) {
            return;
        }
        while (head.length() > 0) {
            int taken = connection.send(head);
            head = head.from(taken);
            if (taken == 0) {
                return;
            }
        }
        while (sent < size) {
            int taken = connection.send(piece());
            sent += taken;
            if (taken == 0) {
                return;
            }
        }
        state = State.DONE;
        connection.close();
    }

    @Override
    public void peerClosed(TcpConnection connection) {
        if (state == State.READING) {
            state = State.DONE;
            connection.close();
        }
    }

    private void answer() {
        Matcher line = REQUEST.matcher(request);
        boolean good = line.matches();
        long asked = good && line.group(2) != null ? Long.parseLong(line.group(2)) : 0;
        boolean served = good && asked <= MOST;
        String status = served ? "200 OK" : good ? "413 Content Too Large" : "400 Bad Request";
        long length = served ? asked : 0;
        String text = "HTTP/1.0 " + status + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n";
        head = Octets.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        size = good && line.group(1).equals("GET") ? length : 0;
    }

    /** The next octets of the body: slices of one array, for the pattern repeats. */
    private Octets piece() {
        int from = (int) (sent % (PATTERN.length - PIECE));
        return Octets.wrap(PATTERN).slice(from, from + (int) Math.min(PIECE, size - sent));
    }

    /** One period of the pattern, 251 times 256, and a piece more. */
    private static byte[] pattern() {
        byte[] octets = new byte[251 * 256 + PIECE];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = octetAt(i);
        }
        return octets;
    }
}
