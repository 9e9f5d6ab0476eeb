/*
 * The line protocol, version 2, in virtual time (docs/line-protocol.md): lines, hexadecimal digits, turns and buffers.
 *
 * Fill in a struct plumbline_stack and call plumbline_run with it. What the stack does it says with the functions that begin
 * with plumbline_ here; they may be called from within any function of the struct, and at no other time. Telling an
 * application something (plumbline_udp_received to plumbline_failed) lets it call the stack before the function returns.
 *
 * Addresses and ports are numbers of the machine: 192.0.2.1 is 0xc0000201. Times are in nanoseconds.
 */
#ifndef PLUMBLINE_H
#define PLUMBLINE_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * The functions of a stack; one that is NULL is a service that it has not. Those that return a text return NULL if all is well,
 * else a REASON and what is to be said about it: "PORT_IN_USE port 7".
 */
struct plumbline_stack {
    const char *introduction; /* its name and what it claims: "mystack IPV4 UDP" */
    int hosts;                /* 1: one host a process, each forked from this one; 0: this process serves all of them */
    void (*link)(int host, int link, uint32_t address, int prefix, int mtu);
    void (*route)(int host, uint32_t address, int prefix, int link);
    void (*name_server)(int host, uint32_t address);
    const char *(*boot)(int host, uint32_t address, int prefix, int mtu);
    void (*datagram)(int host, int link, const uint8_t *octets, size_t length);
    void (*expired)(int host, int timer);
    const char *(*udp_open)(int host, int socket, uint32_t *address, uint16_t *port);
    const char *(*udp_send)(int host, int socket, uint32_t to, uint16_t port, const uint8_t *data, size_t length);
    void (*udp_close)(int host, int socket);
    const char *(*listen)(int host, int socket, uint32_t *address, uint16_t *port);
    void (*listen_close)(int host, int socket);
    const char *(*connect)(int host, int socket, uint32_t *address, uint16_t *port, uint32_t to, uint16_t to_port);
    const char *(*send)(int host, int socket, const uint8_t *data, size_t length, size_t *taken);
    const char *(*send_urgent)(int host, int socket, const uint8_t *data, size_t length, size_t *taken);
    const char *(*urgent_left)(int host, int socket, size_t *left);
    const char *(*receive)(int host, int socket, uint8_t *data, size_t most, size_t *length);
    const char *(*set)(int host, int socket, const char *setting, uint64_t value);
    const char *(*close_half_duplex)(int host, int socket);
    void (*close)(int host, int socket);
    void (*abort)(int host, int socket);
    void (*close_host)(int host);
};

enum { PLUMBLINE_LINE = 262144, PLUMBLINE_OCTETS = 65536, PLUMBLINE_OUT = 1 << 20, PLUMBLINE_SWITCHED_OFF = 77 };

/* What there is for each host: its time, random octets that are left, and the way to its process, if it has one of its own. */
struct plumbline_host {
    int pipe;
    uint64_t now;
    uint8_t numbers[64];
    size_t left;
};

static struct {
    const struct plumbline_stack *stack;
    struct plumbline_host *hosts;
    int host_count, last_socket, last_timer;
    int input; /* where the next line comes from */
    int mine, mine_from, to_root; /* in a host's own process: which host, where it is handed its turns, where it hands on others' */
    char in[PLUMBLINE_LINE], out[PLUMBLINE_OUT];
    size_t in_from, in_to, out_length;
} plumbline;

static const char plumbline_calls[] = " boot udp-open udp-send listen connect send send-urgent urgent-left receive close-half-duplex set status resolve serve replace ";

static void plumbline_serve(const char *until);

/* Writing. */

static void plumbline_die(const char *why, const char *line) {
    fprintf(stderr, "%s: %.200s\n", why, line);
    exit(2);
}

static void plumbline_write(int to, const char *octets, size_t length) {
    while (length > 0) {
        ssize_t count = write(to, octets, length);
        if (count <= 0) plumbline_die("the suite has gone", "");
        octets += count;
        length -= (size_t) count;
    }
}

static void plumbline_flush(void) {
    plumbline_write(STDOUT_FILENO, plumbline.out, plumbline.out_length);
    plumbline.out_length = 0;
}

static char *plumbline_room(size_t length) {
    if (plumbline.out_length + length > PLUMBLINE_OUT) plumbline_flush();
    return plumbline.out + plumbline.out_length;
}

#define PLUMBLINE_SAY(...) \
    (plumbline.out_length += (size_t) snprintf(plumbline_room(PLUMBLINE_LINE), PLUMBLINE_LINE, __VA_ARGS__))

static void plumbline_say_octets(const uint8_t *octets, size_t length) {
    static const char digits[] = "0123456789abcdef";
    char *out = plumbline_room(2 * length + 3), *at = out;
    *at++ = ' ';
    if (length == 0) *at++ = '-';
    for (size_t i = 0; i < length; i++) {
        *at++ = digits[octets[i] >> 4];
        *at++ = digits[octets[i] & 15];
    }
    *at++ = '\n';
    plumbline.out_length += (size_t) (at - out);
}

static const char *plumbline_quad(uint32_t address) {
    static char text[4][16];
    static unsigned next;
    char *quad = text[next++ % 4];
    snprintf(quad, 16, "%u.%u.%u.%u", address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
    return quad;
}

/* Reading. */

static int plumbline_read(char *to, size_t length) {
    while (length > 0) {
        ssize_t count = read(plumbline.input, to, length);
        if (count <= 0) return 0;
        to += count;
        length -= (size_t) count;
    }
    return 1;
}

/* Reads what there is: from the suite as it comes, from another process all that it hands on. Returns 0 at the end. */
static int plumbline_fill(void) {
    char *to = plumbline.in + plumbline.in_to;
    size_t length = 0, room = PLUMBLINE_LINE - plumbline.in_to;
    if (room == 0) plumbline_die("a line is too long", plumbline.in);
    if (plumbline.input == STDIN_FILENO) {
        ssize_t count = read(STDIN_FILENO, to, room);
        length = count > 0 ? (size_t) count : 0;
    } else if (!plumbline_read((char *) &length, sizeof length) || length > room || !plumbline_read(to, length)) {
        return 0;
    } else if (plumbline.mine) {
        plumbline.input = STDIN_FILENO; /* who is handed a turn hears what follows */
    }
    plumbline.in_to += length;
    return length > 0;
}

/* The next line, without its end; it stays where it is until the next call. NULL: the suite has gone. */
static char *plumbline_hear(void) {
    for (;;) {
        char *from = plumbline.in + plumbline.in_from, *end = memchr(from, '\n', plumbline.in_to - plumbline.in_from);
        if (end) {
            *end = 0;
            plumbline.in_from = (size_t) (end + 1 - plumbline.in);
            return from;
        }
        plumbline_flush();
        memmove(plumbline.in, from, plumbline.in_to -= plumbline.in_from);
        plumbline.in_from = 0;
        if (!plumbline_fill()) return NULL;
    }
}

static char *plumbline_word(char **line) {
    char *word = *line + strspn(*line, " \r"), *end = word + strcspn(word, " \r");
    *line = *end ? end + 1 : end;
    *end = 0;
    return word;
}

static unsigned plumbline_number(char **line) {
    return (unsigned) strtoul(plumbline_word(line), NULL, 10);
}

static uint32_t plumbline_address(char **line) {
    unsigned a = 0, b = 0, c = 0, d = 0;
    char *word = plumbline_word(line);
    if (sscanf(word, "%u.%u.%u.%u", &a, &b, &c, &d) != 4) plumbline_die("no address", word);
    return (uint32_t) (a << 24 | b << 16 | c << 8 | d);
}

static int plumbline_digit(char c) {
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* Octets in place of their digits. */
static uint8_t *plumbline_octets(char **line, size_t *length) {
    char *word = plumbline_word(line);
    uint8_t *octets = (uint8_t *) word;
    *length = *word == '-' ? 0 : strlen(word) / 2;
    for (size_t i = 0; i < *length; i++)
        octets[i] = (uint8_t) (plumbline_digit(word[2 * i]) << 4 | plumbline_digit(word[2 * i + 1]));
    return octets;
}

static struct plumbline_host *plumbline_host(int host) {
    while (host >= plumbline.host_count) {
        int count = plumbline.host_count ? 2 * plumbline.host_count : 8;
        plumbline.hosts = realloc(plumbline.hosts, (size_t) count * sizeof *plumbline.hosts);
        if (!plumbline.hosts) plumbline_die("there is no memory", "");
        memset(plumbline.hosts + plumbline.host_count, 0, (size_t) (count - plumbline.host_count) * sizeof *plumbline.hosts);
        plumbline.host_count = count;
    }
    return plumbline.hosts + host;
}

/* What a stack says. */

/* A datagram leaves. */
static inline void plumbline_transmit(int host, int link, const uint8_t *octets, size_t length) {
    if (link == 0) PLUMBLINE_SAY("tx %d", host);
    else PLUMBLINE_SAY("tx-on %d %d", host, link);
    plumbline_say_octets(octets, length);
}

/* A line for the transcript. */
static inline void plumbline_log(int host, const char *text) {
    PLUMBLINE_SAY("log %d %.1000s\n", host, text);
}

/* The time since the host was switched on. */
static inline uint64_t plumbline_now(int host) {
    return plumbline_host(host)->now;
}

/* Starts a timer; returns its number, which plumbline_stack.expired is given. */
static inline int plumbline_after(int host, uint64_t nanos) {
    PLUMBLINE_SAY("after %d %d %llu\n", host, ++plumbline.last_timer, (unsigned long long) nanos);
    return plumbline.last_timer;
}

static inline void plumbline_cancel(int host, int timer) {
    PLUMBLINE_SAY("cancel %d %d\n", host, timer);
}

/* A timer that expires as soon as this turn is over. */
static inline int plumbline_soon(int host) {
    PLUMBLINE_SAY("soon %d %d\n", host, ++plumbline.last_timer);
    return plumbline.last_timer;
}

/* A random number: there is no other source of chance. */
static inline uint32_t plumbline_random(int host) {
    struct plumbline_host *mine = plumbline_host(host);
    uint32_t number;
    if (mine->left < sizeof number) {
        PLUMBLINE_SAY("random %d\n", host);
        char *line = plumbline_hear();
        if (!line || strncmp(line, "numbers ", 8)) plumbline_die("expected numbers", line ? line : "");
        line += 8;
        memcpy(mine->numbers, plumbline_octets(&line, &mine->left), sizeof mine->numbers);
    }
    mine->left -= sizeof number;
    memcpy(&number, mine->numbers + mine->left, sizeof number);
    return number;
}

/* The number for a connection that a listener is about to have. */
static inline int plumbline_new_socket(void) {
    return ++plumbline.last_socket;
}

/* Events: the application is told, and may call the stack before these functions return. */

static inline void plumbline_udp_received(
        int host, int socket, uint32_t address, uint16_t port, const uint8_t *data, size_t length) {
    PLUMBLINE_SAY("udp-received %d %d %s %u", host, socket, plumbline_quad(address), port);
    plumbline_say_octets(data, length);
    plumbline_serve("go-on");
}

static inline void plumbline_udp_unreachable(int host, int socket, uint32_t address, uint16_t port) {
    PLUMBLINE_SAY("udp-unreachable %d %d %s %u\n", host, socket, plumbline_quad(address), port);
    plumbline_serve("go-on");
}

static inline void plumbline_accepted(
        int host, int listener, int socket, uint32_t address, uint16_t port, uint32_t peer, uint16_t peer_port) {
    PLUMBLINE_SAY("accepted %d %d %d %s %u %s %u\n", host, listener, socket, plumbline_quad(address), port,
                  plumbline_quad(peer), peer_port);
    plumbline_serve("go-on");
}

/* established, readable, urgent, writable, peer-closed or closed. */
static inline void plumbline_event(const char *event, int host, int socket) {
    PLUMBLINE_SAY("%s %d %d\n", event, host, socket);
    plumbline_serve("go-on");
}

/* ICMP_ERROR or RETRANSMISSIONS. */
static inline void plumbline_reported(int host, int socket, const char *report) {
    PLUMBLINE_SAY("reported %d %d %s\n", host, socket, report);
    plumbline_serve("go-on");
}

/* REFUSED, RESET, TIMED_OUT or UNREACHABLE. */
static inline void plumbline_failed(int host, int socket, const char *error) {
    PLUMBLINE_SAY("failed %d %d %s\n", host, socket, error);
    plumbline_serve("go-on");
}

/* Turns. */

/* One call, whose number and host were read; it is answered here, but for what follows ok. */
static void plumbline_call(const char *verb, int call, int host, char *line) {
    const struct plumbline_stack *s = plumbline.stack;
    const char *refused = "NOT_CLAIMED";
    char more[64] = "";
    uint8_t *received = NULL;
    size_t length = 0;
    uint32_t address = 0;
    uint16_t port;
    if (!strcmp(verb, "boot")) {
        address = plumbline_address(&line);
        int prefix = (int) plumbline_number(&line);
        refused = s->boot(host, address, prefix, (int) plumbline_number(&line));
    } else if (!strcmp(verb, "udp-send") && s->udp_send) {
        int socket = (int) plumbline_number(&line);
        address = plumbline_address(&line);
        port = (uint16_t) plumbline_number(&line);
        uint8_t *data = plumbline_octets(&line, &length);
        refused = s->udp_send(host, socket, address, port, data, length);
    } else if (!strcmp(verb, "urgent-left") && s->urgent_left) {
        size_t left = 0;
        refused = s->urgent_left(host, (int) plumbline_number(&line), &left);
        snprintf(more, sizeof more, " %lu", (unsigned long) left);
    } else if ((!strcmp(verb, "send") && s->send) || (!strcmp(verb, "send-urgent") && s->send_urgent)) {
        int socket = (int) plumbline_number(&line);
        size_t taken = 0;
        uint8_t *data = plumbline_octets(&line, &length);
        refused = (verb[4] ? s->send_urgent : s->send)(host, socket, data, length, &taken);
        snprintf(more, sizeof more, " %lu", (unsigned long) taken);
    } else if (!strcmp(verb, "receive") && s->receive) {
        int socket = (int) plumbline_number(&line);
        size_t most = plumbline_number(&line);
        if (most > PLUMBLINE_OCTETS) most = PLUMBLINE_OCTETS;
        received = malloc(most + 1);
        refused = received ? s->receive(host, socket, received, most, &length) : "INSUFFICIENT_RESOURCES memory";
    } else if (!strcmp(verb, "close-half-duplex") && s->close_half_duplex) {
        refused = s->close_half_duplex(host, (int) plumbline_number(&line));
    } else if (!strcmp(verb, "status")) {
        refused = NULL;
    } else if (!strcmp(verb, "set") && s->set) {
        int socket = (int) plumbline_number(&line);
        char *setting = plumbline_word(&line);
        refused = s->set(host, socket, setting, strtoull(plumbline_word(&line), NULL, 10));
    } else {
        port = (uint16_t) plumbline_number(&line);
        int socket = plumbline_new_socket();
        if (!strcmp(verb, "udp-open") && s->udp_open) refused = s->udp_open(host, socket, &address, &port);
        if (!strcmp(verb, "listen") && s->listen) refused = s->listen(host, socket, &address, &port);
        if (!strcmp(verb, "connect") && s->connect) {
            uint32_t to = plumbline_address(&line);
            refused = s->connect(host, socket, &address, &port, to, (uint16_t) plumbline_number(&line));
        }
        snprintf(more, sizeof more, " %d %s %u", socket, plumbline_quad(address), port);
    }
    if (refused) PLUMBLINE_SAY("refused %d %s\n", call, refused);
    else PLUMBLINE_SAY("ok %d%s", call, more);
    if (!refused && received) plumbline_say_octets(received, length);
    else if (!refused) PLUMBLINE_SAY("\n");
    free(received);
}

/* A message that is no call; returns 0 if there is none of this kind. */
static int plumbline_order(const char *verb, int host, char *line) {
    const struct plumbline_stack *s = plumbline.stack;
    size_t length;
    if (!strcmp(verb, "rx") || !strcmp(verb, "rx-on")) {
        int link = verb[2] ? (int) plumbline_number(&line) : 0;
        uint8_t *octets = plumbline_octets(&line, &length);
        s->datagram(host, link, octets, length);
    } else if (!strcmp(verb, "route")) {
        uint32_t address = plumbline_address(&line);
        int prefix = (int) plumbline_number(&line);
        if (s->route) s->route(host, address, prefix, (int) plumbline_number(&line));
    } else if (!strcmp(verb, "name-server")) {
        if (s->name_server) s->name_server(host, plumbline_address(&line));
    } else if (!strcmp(verb, "close-host")) {
        if (s->close_host) s->close_host(host);
    } else {
        int number = (int) plumbline_number(&line);
        if (!strcmp(verb, "link")) {
            uint32_t address = plumbline_address(&line);
            int prefix = (int) plumbline_number(&line);
            if (s->link) s->link(host, number, address, prefix, (int) plumbline_number(&line));
        } else if (!strcmp(verb, "expired") && s->expired) s->expired(host, number);
        else if (!strcmp(verb, "udp-close") && s->udp_close) s->udp_close(host, number);
        else if (!strcmp(verb, "listen-close") && s->listen_close) s->listen_close(host, number);
        else if (!strcmp(verb, "close") && s->close) s->close(host, number);
        else if (!strcmp(verb, "abort") && s->abort) s->abort(host, number);
        else return 0;
    }
    return 1;
}

/* Which host a line is for; what names none is for the one whose turn it is. */
static int plumbline_host_of(const char *line, int current) {
    int first = current, second = current;
    if (!strncmp(line, "numbers", 7) || sscanf(line, "%*s %d %d", &first, &second) < 1) return current;
    char key[32];
    snprintf(key, sizeof key, " %.*s ", (int) strcspn(line, " "), line);
    return strstr(plumbline_calls, key) ? second : first;
}

/* Hands on this line and all that came with it; from now on lines come from there. */
static void plumbline_hand_on(char *line, int to, int from) {
    size_t length = (size_t) (plumbline.in + plumbline.in_to - line);
    line[strlen(line)] = '\n';
    plumbline_write(to, (const char *) &length, sizeof length);
    plumbline_write(to, line, length);
    plumbline.in_from = plumbline.in_to = 0;
    plumbline.input = from;
}

/* In a host's own process: a line that is not for it, or the end of all. */
static int plumbline_is_others(const char *line, const char *until) {
    if (!strcmp(line, "bye") || (!strcmp(line, "go-on") && strcmp(until, line))) return 1;
    return plumbline_host_of(line, plumbline.mine) != plumbline.mine;
}

/* Serves the suite until it says so: turns, and turns within turns. A line is copied, for turns within it overwrite it. */
static void plumbline_serve(const char *until) {
    for (char *heard = plumbline_hear(); heard; heard = plumbline_hear()) {
        if (plumbline.mine && plumbline_is_others(heard, until)) {
            plumbline_hand_on(heard, plumbline.to_root, plumbline.mine_from);
            continue;
        }
        char small[512], key[32], *copy = strlen(heard) < sizeof small ? small : malloc(strlen(heard) + 1);
        if (!copy) plumbline_die("there is no memory", "");
        char *line = strcpy(copy, heard), *verb = plumbline_word(&line);
        int first = (int) plumbline_number(&line), done = !strcmp(verb, until);
        snprintf(key, sizeof key, " %.20s ", verb);
        if (done) {
        } else if (!strcmp(verb, "time")) {
            plumbline_host(first)->now = strtoull(plumbline_word(&line), NULL, 10);
        } else if (strstr(plumbline_calls, key)) {
            int host = (int) plumbline_number(&line);
            plumbline_call(verb, first, host, line);
        } else if (plumbline_order(verb, first, line)) {
            PLUMBLINE_SAY("done\n");
        } else {
            plumbline_die("what is this line?", heard);
        }
        int off = plumbline.mine && !strcmp(verb, "close-host");
        if (copy != small) free(copy);
        if (done) return;
        if (off) break;
    }
    plumbline_flush();
    if (!plumbline.mine) exit(0);
    /* The host is switched off, and the first process hears what follows; or the suite has gone, and so does that. */
    char word[32];
    snprintf(word, sizeof word, plumbline.in_to ? "off %d\n" : "bye\n", plumbline.mine);
    size_t length = strlen(word);
    plumbline_write(plumbline.to_root, (const char *) &length, sizeof length);
    plumbline_write(plumbline.to_root, word, length);
    exit(PLUMBLINE_SWITCHED_OFF);
}

/*
 * One host a process. The first process makes one for each host. One of all these hears what the suite says: the one whose host
 * had the last turn. If a line is for another, it hands it to the first, which hands it to the right one.
 */

/* A process has ended. If that of a host did so before it was switched off, the program ends in the same way. */
static void plumbline_child_ended(int signal) {
    int status;
    (void) signal;
    while (waitpid(-1, &status, WNOHANG) > 0)
        if (WIFSIGNALED(status)) _exit(128 + WTERMSIG(status));
        else if (WEXITSTATUS(status) != PLUMBLINE_SWITCHED_OFF) _exit(WEXITSTATUS(status));
}

/* The process of a host; returns the way to it. */
static int plumbline_fork(int host, int root_from, int to_root) {
    int ends[2];
    if (pipe(ends)) plumbline_die("there is no pipe", "");
    pid_t child = fork();
    if (child < 0) plumbline_die("there is no process", "");
    if (child > 0) {
        close(ends[0]);
        return ends[1];
    }
    signal(SIGCHLD, SIG_DFL);
    close(ends[1]);
    close(root_from);
    for (int i = 0; i < plumbline.host_count; i++)
        if (plumbline.hosts[i].pipe) close(plumbline.hosts[i].pipe);
    plumbline.mine = host;
    plumbline.mine_from = plumbline.input = ends[0];
    plumbline.to_root = to_root;
    plumbline.in_from = plumbline.in_to = plumbline.out_length = 0;
    plumbline_serve("");
    return -1;
}

static void plumbline_make_hosts(void) {
    int ends[2], current = 0, before = 0;
    struct sigaction ended = {.sa_handler = plumbline_child_ended, .sa_flags = SA_RESTART};
    sigaction(SIGCHLD, &ended, NULL);
    signal(SIGPIPE, SIG_IGN);
    if (pipe(ends)) plumbline_die("there is no pipe", "");
    for (char *line = plumbline_hear(); line && strcmp(line, "bye"); line = plumbline_hear()) {
        int host = !strcmp(line, "go-on") ? before : plumbline_host_of(line, current), *way = &plumbline_host(host)->pipe;
        if (!strncmp(line, "off ", 4)) {
            close(*way);
            *way = 0;
            plumbline.input = STDIN_FILENO;
            continue;
        }
        if (!*way) *way = plumbline_fork(host, ends[0], ends[1]);
        before = current;
        current = host;
        plumbline_hand_on(line, *way, ends[0]);
    }
    exit(0);
}

/* Introduces the stack, and serves the suite until it says goodbye. */
static inline int plumbline_run(const struct plumbline_stack *stack) {
    plumbline.stack = stack;
    plumbline.input = STDIN_FILENO;
    PLUMBLINE_SAY("plumbline 2 virtual-time\nstack %s\nready\n", stack->introduction);
    if (stack->hosts) plumbline_make_hosts();
    plumbline_serve("bye");
    return 0;
}

#endif
