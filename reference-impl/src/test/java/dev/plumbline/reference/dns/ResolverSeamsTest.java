package dev.plumbline.reference.dns;

import static dev.plumbline.reference.dns.ResolverBench.FIRST;
import static dev.plumbline.reference.dns.ResolverBench.a;
import static dev.plumbline.reference.dns.ResolverBench.answering;
import static dev.plumbline.reference.dns.ResolverBench.cname;
import static dev.plumbline.reference.dns.ResolverBench.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.reference.dns.ResolverBench.Asked;
import dev.plumbline.transport.Port;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A resolver with exactly one fault takes a few lines: what a suite must notice can be built (RFC 5452 section 9). */
@DisplayName("A stack can be built whose resolver")
class ResolverSeamsTest {
    private static final String NAME = "alice.test";

    private static ResolverBench with(ResolverParts parts) {
        return new ResolverBench(parts, FIRST);
    }

    private static ResolverBench asking(QueryMaker faulty) {
        return with(new ResolverParts() {
            @Override
            public QueryMaker queryMaker() {
                return faulty;
            }
        });
    }

    private static ResolverBench reading(AnswerReader faulty) {
        return with(new ResolverParts() {
            @Override
            public AnswerReader answerReader() {
                return faulty;
            }
        });
    }

    @Test
    @DisplayName("counts its IDs")
    void sequentialIds() {
        ResolverBench bench = asking(new QueryMaker() {
            private int last;

            @Override
            protected int id(RandomGenerator random) {
                return ++last;
            }
        });
        bench.resolve("a.test").resolve("b.test");
        assertThat(bench.asked.stream().map(query -> query.message().header().id()))
                .containsExactly(1, 2);
    }

    @Test
    @DisplayName("always asks from one port")
    void fixedPort() {
        ResolverBench bench = asking(new QueryMaker() {
            @Override
            public Port sourcePort() {
                return new Port(5353);
            }
        });
        assertThat(bench.resolve(NAME).onlyQuery().port()).isEqualTo(new Port(5353));
    }

    @Test
    @DisplayName("does not ask for recursion")
    void noRecursion() {
        ResolverBench bench = asking(new QueryMaker() {
            @Override
            public DnsMessage query(Question question, RandomGenerator random) {
                return super.query(question, random).toBuilder()
                        .recursionDesired(false)
                        .build();
            }
        });
        assertThat(bench.resolve(NAME).onlyQuery().message().header().recursionDesired())
                .isFalse();
    }

    @Test
    @DisplayName("takes a reply with any ID")
    void anyId() {
        ResolverBench bench = with(new ResolverParts() {
            @Override
            public ReplyCheck replyCheck() {
                return new ReplyCheck() {
                    @Override
                    protected boolean hasSameId(DnsMessage query, DnsMessage reply) {
                        return true;
                    }
                };
            }
        });
        Asked query = bench.resolve(NAME).onlyQuery();
        int id = query.message().header().id() ^ 1;
        bench.reply(query, answering(query, a(NAME, "203.0.113.6")).id(id).build());
        assertThat(bench.told).containsExactly(found("203.0.113.6"));
    }

    @Test
    @DisplayName("takes a truncated reply for the whole")
    void truncated() {
        ResolverBench bench = reading(new AnswerReader() {
            @Override
            public boolean isTruncated(DnsMessage reply) {
                return false;
            }
        });
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(
                query, answering(query, a(NAME, "203.0.113.6")).truncated(true).build());
        assertThat(bench.told).containsExactly(found("203.0.113.6"));
    }

    @Test
    @DisplayName("takes anybody's address")
    void anyOwner() {
        ResolverBench bench = reading(new AnswerReader() {
            @Override
            protected boolean isOwnedBy(DomainName name, ResourceRecord record) {
                return true;
            }
        });
        bench.lookUp(NAME, a("bank.test", "203.0.113.6"));
        assertThat(bench.told).containsExactly(found("203.0.113.6"));
    }

    @Test
    @DisplayName("takes an alias alone for no data")
    void aliasNotFollowed() {
        ResolverBench bench = reading(new AnswerReader() {
            @Override
            public Optional<Answer> read(Question question, DnsMessage reply) {
                return super.read(question, reply)
                        .map(answer -> answer instanceof Answer.Alias ? new Answer.NoData(Duration.ZERO) : answer);
            }
        });
        bench.lookUp(NAME, cname(NAME, 60, "b.test"));
        assertThat(bench.told).containsExactly("no data");
    }

    @Test
    @DisplayName("never tries again")
    void noRetransmission() {
        ResolverBench bench = with(new ResolverParts() {
            @Override
            public Retries retries() {
                return new Retries() {
                    @Override
                    public int rounds() {
                        return 1;
                    }
                };
            }
        });
        bench.resolve(NAME).world.pass(Duration.ofHours(1));
        assertThat(bench.asked).hasSize(1);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("keeps every answer for ever")
    void immortalAnswers() {
        ResolverBench bench = with(new ResolverParts() {
            @Override
            public AnswerCache cache() {
                return new AnswerCache() {
                    @Override
                    protected Duration lifetime(Answer answer) {
                        return Duration.ofDays(36500);
                    }
                };
            }
        });
        bench.lookUp(NAME, a(NAME, 1, "203.0.113.6"));
        bench.world.pass(Duration.ofDays(365));
        bench.resolve(NAME);
        assertThat(bench.told).containsExactly(found("203.0.113.6"), found("203.0.113.6"));
    }

    @Test
    @DisplayName("sends its own name abroad")
    void asksForLocalhost() {
        ResolverBench bench = with(new ResolverParts() {
            @Override
            public LocalNames localNames() {
                return new LocalNames() {
                    @Override
                    public Optional<Answer> find(Question question) {
                        return Optional.empty();
                    }
                };
            }
        });
        assertThat(bench.resolve("localhost").asked).hasSize(1);
    }
}
