package dev.plumbline.adapter.line;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** The gateways of a source route as they stand in a line: four octets each (RFC 791 section 3.1). */
public final class GatewayList {
    private static final int ADDRESS = 4;

    private GatewayList() {}

    /** Their addresses, one after another. */
    static Octets octets(List<Ipv4Address> gateways) {
        return SourceRoute.octets(gateways);
    }

    /** The same read; what is left behind whole addresses is none. */
    public static List<Ipv4Address> parse(Octets octets) {
        List<Ipv4Address> gateways = new ArrayList<>();
        for (int at = 0; at + ADDRESS <= octets.length(); at += ADDRESS) {
            gateways.add(new Ipv4Address(octets.i32(at)));
        }
        return gateways;
    }
}
