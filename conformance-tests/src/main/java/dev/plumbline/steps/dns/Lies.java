package dev.plumbline.steps.dns;

import dev.plumbline.ip.Ipv4Address;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Addresses that a trial has given away and that are not the name's: where they stood, for who has believed them. */
final class Lies {
    private final Map<Ipv4Address, String> where = new HashMap<>();

    /** Takes note; {@code words} go on with what is said of the address. */
    void tell(Ipv4Address address, String words) {
        where.put(address, words);
    }

    Optional<String> of(Ipv4Address address) {
        return Optional.ofNullable(where.get(address));
    }
}
