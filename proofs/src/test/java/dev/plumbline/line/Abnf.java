package dev.plumbline.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A grammar in ABNF (RFC 5234 section 4), its strings case-sensitive: says what it allows, and makes some of it. */
final class Abnf {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:\"([^\"]*)\"|%x([0-9A-F]+)(?:-([0-9A-F]+))?|(\\d*\\*\\d*|\\d+)|([A-Za-z][A-Za-z0-9-]*)|([()\\[\\]/]))");

    private final Map<String, Node> rules = new HashMap<>();

    /** Something that a grammar allows at a place. */
    private interface Node {
        /** Where it may end. */
        Set<Integer> ends(String text, int at);

        /** Writes some of it. */
        void write(StringBuilder text, Random chance);
    }

    private Abnf() {}

    /** Reads rules, one a line; lines that are set in go on. */
    static Abnf parse(String grammar) {
        Abnf abnf = new Abnf();
        String joined = grammar.lines()
                .map(line -> line.replaceFirst("(^|\\s)\\s*;.*", ""))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"))
                .replaceAll("\\n\\s+", " ");
        joined.lines().forEach(rule -> {
            String[] sides = rule.split("=", 2);
            abnf.rules.put(sides[0].strip(), abnf.new Reader(sides[1]).alternatives());
        });
        return abnf;
    }

    Set<String> names() {
        return rules.keySet();
    }

    /** Whether the rule allows exactly this text. */
    boolean allows(String rule, String text) {
        return rule(rule).ends(text, 0).contains(text.length());
    }

    /** How much of the text the rule allows at most. */
    int longest(String rule, String text) {
        return rule(rule).ends(text, 0).stream().mapToInt(end -> end).max().orElse(0);
    }

    String sentence(String rule, Random chance) {
        StringBuilder text = new StringBuilder();
        rule(rule).write(text, chance);
        return text.toString();
    }

    private Node rule(String name) {
        Node rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("there is no rule " + name);
        }
        return rule;
    }

    private record Reference(Abnf grammar, String name) implements Node {
        @Override
        public Set<Integer> ends(String text, int at) {
            return grammar.rule(name).ends(text, at);
        }

        @Override
        public void write(StringBuilder text, Random chance) {
            grammar.rule(name).write(text, chance);
        }
    }

    private record Literal(String value) implements Node {
        @Override
        public Set<Integer> ends(String text, int at) {
            return text.startsWith(value, at) ? Set.of(at + value.length()) : Set.of();
        }

        @Override
        public void write(StringBuilder text, Random chance) {
            text.append(value);
        }
    }

    private record Range(int from, int to) implements Node {
        @Override
        public Set<Integer> ends(String text, int at) {
            return at < text.length() && text.codePointAt(at) >= from && text.codePointAt(at) <= to
                    ? Set.of(at + Character.charCount(text.codePointAt(at)))
                    : Set.of();
        }

        @Override
        public void write(StringBuilder text, Random chance) {
            text.appendCodePoint(from + chance.nextInt(Math.min(to - from + 1, 0x100)));
        }
    }

    private record Alternatives(List<Node> choices) implements Node {
        @Override
        public Set<Integer> ends(String text, int at) {
            Set<Integer> all = new TreeSet<>();
            choices.forEach(choice -> all.addAll(choice.ends(text, at)));
            return all;
        }

        @Override
        public void write(StringBuilder text, Random chance) {
            choices.get(chance.nextInt(choices.size())).write(text, chance);
        }
    }

    private record Sequence(List<Node> parts) implements Node {
        @Override
        public Set<Integer> ends(String text, int at) {
            Set<Integer> reached = Set.of(at);
            for (Node part : parts) {
                Set<Integer> next = new TreeSet<>();
                reached.forEach(from -> next.addAll(part.ends(text, from)));
                reached = next;
            }
            return reached;
        }

        @Override
        public void write(StringBuilder text, Random chance) {
            parts.forEach(part -> part.write(text, chance));
        }
    }

    private record Repetition(int least, int most, Node what) implements Node {
        @Override
        public Set<Integer> ends(String text, int at) {
            Set<Integer> all = new TreeSet<>(least == 0 ? Set.of(at) : Set.of());
            Set<Integer> reached = Set.of(at);
            for (int count = 1; count <= most && !reached.isEmpty(); count++) {
                Set<Integer> next = new TreeSet<>();
                reached.forEach(from -> next.addAll(what.ends(text, from)));
                next.removeAll(all);
                if (count >= least) {
                    all.addAll(next);
                }
                reached = next;
            }
            return all;
        }

        @Override
        public void write(StringBuilder text, Random chance) {
            int count = least + chance.nextInt(Math.min(most - least, 4) + 1);
            for (int i = 0; i < count; i++) {
                what.write(text, chance);
            }
        }
    }

    /** Reads the right side of a rule. */
    private final class Reader {
        private final List<MatchResult> tokens = new ArrayList<>();
        private int next;

        Reader(String side) {
            Matcher token = TOKEN.matcher(side.strip());
            int at = 0;
            while (at < side.strip().length()) {
                if (!token.find(at) || token.start() != at || token.end() == at) {
                    throw new IllegalArgumentException(
                            "not ABNF: " + side.strip().substring(at));
                }
                at = token.end();
                tokens.add(token.toMatchResult());
            }
        }

        Node alternatives() {
            List<Node> choices = new ArrayList<>(List.of(sequence()));
            while (isNext("/")) {
                next++;
                choices.add(sequence());
            }
            return new Alternatives(choices);
        }

        private Node sequence() {
            List<Node> parts = new ArrayList<>();
            while (next < tokens.size() && !isNext("/") && !isNext(")") && !isNext("]")) {
                parts.add(part());
            }
            return new Sequence(parts);
        }

        private Node part() {
            MatchResult token = tokens.get(next++);
            @Nullable String times = token.group(4);
            if (times == null) {
                return single(token);
            }
            int star = times.indexOf('*');
            int least = number(star < 0 ? times : times.substring(0, star), 0);
            int most = star < 0 ? least : number(times.substring(star + 1), Integer.MAX_VALUE);
            return new Repetition(least, most, single(tokens.get(next++)));
        }

        private static int number(String digits, int otherwise) {
            return digits.isEmpty() ? otherwise : Integer.parseInt(digits);
        }

        private Node single(MatchResult token) {
            if (token.group(1) != null) {
                return new Literal(token.group(1));
            }
            if (token.group(2) != null) {
                int from = Integer.parseInt(token.group(2), 16);
                return new Range(from, token.group(3) == null ? from : Integer.parseInt(token.group(3), 16));
            }
            if (token.group(5) != null) {
                return new Reference(Abnf.this, token.group(5));
            }
            Node inner = alternatives();
            next++;
            return token.group(6).equals("[") ? new Repetition(0, 1, inner) : inner;
        }

        private boolean isNext(String sign) {
            return next < tokens.size() && sign.equals(tokens.get(next).group(6));
        }
    }
}
