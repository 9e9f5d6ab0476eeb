package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that are answered without asking anybody. */
public class LocalNames {
    private static final DomainName LOCALHOST = DomainName.parse("localhost");
    private static final Octets LOOPBACK = Octets.of(127, 0, 0, 1);
    private static final Octets LOOPBACK_OF_IPV6 = Octets.wrap(new byte[15]).plus(Octets.of(1));
    private static final Pattern DECIMAL_OCTET = Pattern.compile("[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]");

    /** The answer to {@code question}, if its name is one of them. */
    public Optional<Answer> find(Question question) {
        return question.name().isAtOrBelow(LOCALHOST)
                ? Optional.of(loopback(question.type()))
                : dottedDecimal(question);
    }

    /** The host itself, whatever a server says (RFC 6761 section 6.3). */
    private static Answer loopback(RecordType type) {
        if (type.equals(RecordType.A)) {
            return found(LOOPBACK);
        }
        return type.equals(RecordType.AAAA) ? found(LOOPBACK_OF_IPV6) : new Answer.NoData(Duration.ZERO);
    }

    /** What looks like an address is one (RFC 1123 section 2.1). */
    private static Optional<Answer> dottedDecimal(Question question) {
        List<String> labels = question.name().labels();
        boolean address = question.type().equals(RecordType.A)
                && labels.size() == 4
                && labels.stream().allMatch(DECIMAL_OCTET.asMatchPredicate());
        return address
                ? Optional.of(found(
                        Octets.of(labels.stream().mapToInt(Integer::parseInt).toArray())))
                : Optional.empty();
    }

    private static Answer found(Octets address) {
        return new Answer.Found(List.of(address), Duration.ZERO);
    }
}
