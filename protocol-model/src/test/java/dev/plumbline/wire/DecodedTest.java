package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DecodedTest {
    private final Decoded<String> valid = Decoded.valid("a packet");
    private final Decoded<String> rejected = Decoded.malformed("TCP header", "data offset of 4 octets", 12);

    @Test
    void aValidResultHasAValueAndNoProblem() {
        assertThat(valid.value()).contains("a packet");
        assertThat(valid.problem()).isEmpty();
        assertThat(valid.orElseThrow()).isEqualTo("a packet");
        assertThat(valid.<Object>match(String::length, Malformed::offset)).isEqualTo(8);
    }

    @Test
    void aRejectedResultSaysWhatIsWrongAndWhere() {
        assertThat(rejected.value()).isEmpty();
        assertThat(rejected.problem()).contains(new Malformed("TCP header", "data offset of 4 octets", 12));
        assertThat(rejected.<Object>match(String::length, Malformed::offset)).isEqualTo(12);
        assertThatIllegalArgumentException()
                .isThrownBy(rejected::orElseThrow)
                .withMessage("TCP header, octet 12: data offset of 4 octets");
    }
}
