package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Prefix;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.testbed.FakeStack;
import dev.plumbline.testbed.VirtualTimeline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabTest {
    private static final Ipv4Prefix NETWORK = Ipv4Prefix.parse("198.18.0.0/15");

    /** World number 16,382 of a scenario that had four peers had the broadcast address for the last of them. */
    @ParameterizedTest
    @ValueSource(ints = {0, Lab.ADDRESSES - 1})
    void eachOfFourPeersHasAnAddressThatAHostMayHave(int addresses) {
        StackProvider stack = FakeStack.echo();
        try (Lab lab = new Lab(stack, stack, new VirtualTimeline(), addresses, 1)) {
            List<Ipv4Address> peers = IntStream.range(0, 4)
                    .mapToObj(number -> lab.peer(number).address())
                    .toList();
            assertThat(peers).doesNotHaveDuplicates().allSatisfy(address -> {
                assertThat(NETWORK.contains(address)).isTrue();
                assertThat(address).isNotEqualTo(NETWORK.broadcast());
            });
        }
    }
}
