package dev.plumbline.faults;

import dev.plumbline.spi.StackFamily;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All stacks that are right in another way than the reference, as one family: the proof that the suite's checks can pass them. */
public final class Freedoms implements StackFamily {
    static final List<Freedom> ALL = Stream.of(
                    IpFreedoms.all(),
                    IcmpFreedoms.all(),
                    ReceiverFreedoms.all(),
                    SenderFreedoms.all(),
                    RecoveryFreedoms.all(),
                    EndingFreedoms.all(),
                    ArrivalFreedoms.all(),
                    CallFreedoms.all(),
                    UrgentFreedoms.all(),
                    PaceFreedoms.all(),
                    ShapeFreedoms.all(),
                    OpeningFreedoms.all(),
                    OptionFreedoms.all(),
                    EcnFreedoms.all(),
                    PlaceFreedoms.all(),
                    RouteFreedoms.all(),
                    ExtensionFreedoms.all(),
                    SackFreedoms.all(),
                    ModestFreedoms.all(),
                    DnsFreedoms.all())
            .flatMap(List::stream)
            .toList();

    @Override
    public Collection<Freedom> members() {
        return ALL;
    }
}
