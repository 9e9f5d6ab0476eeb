package dev.plumbline.adapter.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shell in a {@link Room} does, and how it says so. It is not trusted: the programs that it starts have its rights, and
 * could speak in its place. All that they gain by it is a wrong word on how they ended themselves.
 */
final class RoomShell {
    /** The room's first process, which nobody can end from within; it also takes in what has lost its parent. */
    private static final String FIRST = """
            loop=$1; shift
            exec 5<&0
            /bin/sh -c "$loop" sh "$@" <&5 5<&- &
            exec 5<&- </dev/null >/dev/null
            wait""";

    /** The pipes are open, and held by the program alone, when it is said to run. */
    private static final String LOOP = """
            doors=$1 most=$2; shift 2
            n=0 all=
            while [ $n -lt "$most" ]; do n=$((n + 1)) all="$all $n"; done
            mkdir $all || exit
            exec 3>&1 >/dev/null
            echo 0 runs $$ >&3
            while read -r n; do (
              exec 4<"$doors/$n.in" >"$doors/$n.out" 2>"$doors/$n.err" || exit
              cd "$n" || exit
              HOME=$PWD TMPDIR=$PWD
              "$@" <&4 4<&- 3>&- &
              exec 4<&- >/dev/null 2>&1
              echo "$n runs $!" >&3
              wait $!
              echo "$n ended $?" >&3
              exec 3>&-
              set -- * .[!.]*
              if [ -e "$1" ] || [ -e "$2" ]; then cd .. && exec rm -rf "$n"; fi
            ) & done""";

    private RoomShell() {}

    /** The words that start the shell for {@code program}. */
    static List<String> around(List<String> program, Path doors, int starts) {
        List<String> words = new ArrayList<>(
                List.of("/bin/sh", "-c", FIRST, "sh", LOOP, doors.toString(), Integer.toString(starts)));
        words.addAll(program);
        return words;
    }

    /**
     * What it says of one that it has started; of itself under the number 0.
     *
     * @param number of the start
     * @param runs whether it runs, or has ended
     * @param value its process's number in the room, or its exit code
     */
    record Word(int number, boolean runs, int value) {
        private static final Word NOTHING = new Word(-1, false, 0);

        /** Of one line, if it is one. */
        static Word of(String line) {
            String[] words = line.split(" ", -1);
            try {
                return words.length == 3
                        ? new Word(Integer.parseInt(words[0]), words[1].equals("runs"), Integer.parseInt(words[2]))
                        : NOTHING;
            } catch (NumberFormatException e) {
                return NOTHING;
            }
        }
    }
}
