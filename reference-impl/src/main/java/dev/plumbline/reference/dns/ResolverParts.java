package dev.plumbline.reference.dns;

/**
 * The parts that a {@link StubResolver} is made of. Whoever wants one of them otherwise overrides the method that makes it
 * (RFC 1034 section 5.1 has the picture).
 */
public class ResolverParts {
    /** What makes queries. */
    public QueryMaker queryMaker() {
        return new QueryMaker();
    }

    /** The rules that a reply must pass. */
    public ReplyCheck replyCheck() {
        return new ReplyCheck();
    }

    /** What makes an answer of a reply. */
    public AnswerReader answerReader() {
        return new AnswerReader();
    }

    /** When to ask again, and when to give up. */
    public Retries retries() {
        return new Retries();
    }

    /** Names that need no server. */
    public LocalNames localNames() {
        return new LocalNames();
    }

    /** What is remembered. */
    public AnswerCache cache() {
        return new AnswerCache();
    }

    /** The same parts, but nothing is remembered. */
    public static ResolverParts withoutCache() {
        return new ResolverParts() {
            @Override
            public AnswerCache cache() {
                return new AnswerCache(0);
            }
        };
    }
}
