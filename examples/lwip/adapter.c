/*
 * lwIP as Debian has it (liblwip-dev: a library, with the options in /usr/include/lwip/lwipopts.h), by its raw API. The library
 * is as it comes: its clock and its chance are taken over by functions of the same names, its threads are not started, and each
 * host has a process of its own, for it keeps all it knows in global variables.
 */
#include "../student-c/plumbline.h"

#include <lwip/init.h>
#include <lwip/inet_chksum.h>
#include <lwip/ip.h>
#include <lwip/ip4_frag.h>
#include <lwip/netif.h>
#include <lwip/priv/tcp_priv.h>
#include <lwip/tcp.h>
#include <lwip/udp.h>

enum { SOCKETS = 256, TICK = TCP_TMR_INTERVAL, REASSEMBLY = 60 };

/* What an application has opened. */
struct opened {
    int socket; /* 0: this place is free */
    struct udp_pcb *udp;
    struct tcp_pcb *tcp;      /* NULL once lwIP has freed it */
    struct pbuf *unread;
    int connecting, told_readable, short_of_room, at_end, told_end, soon, has_closed, aborted;
};

static struct netif interface;
static struct opened all[SOCKETS];
static int the_host, tick, ticks;
static uint64_t fragments_until;

/* What the library asks the machine for. */

u32_t sys_now(void) {
    return (u32_t) (plumbline_now(the_host) / 1000000);
}

int rand(void) {
    return (int) (plumbline_random(the_host) & RAND_MAX);
}

static err_t transmit(struct netif *out, struct pbuf *datagram, const ip4_addr_t *to) {
    static uint8_t octets[65535];
    (void) out, (void) to;
    plumbline_transmit(the_host, 0, octets, pbuf_copy_partial(datagram, octets, sizeof octets, 0));
    return ERR_OK;
}

static err_t interface_up(struct netif *netif) {
    netif->output = transmit;
    netif->name[0] = 'p';
    netif->name[1] = 'l';
    return ERR_OK;
}

/* Sockets. */

static struct opened *find(int socket) {
    for (int i = 0; i < SOCKETS; i++)
        if (all[i].socket == socket) return all + i;
    return NULL;
}

static struct opened *open_one(int socket) {
    struct opened *one = find(0);
    if (!one) plumbline_die("there is no room for more sockets", "");
    memset(one, 0, sizeof *one);
    one->socket = socket;
    return one;
}

static uint32_t number(const ip_addr_t *address) {
    return lwip_ntohl(ip_2_ip4(address)->addr);
}

static ip_addr_t address_of(uint32_t number) {
    ip_addr_t address = IPADDR4_INIT(0);
    ip_2_ip4(&address)->addr = lwip_htonl(number);
    return address;
}

static const char *reason(err_t error) {
    switch (error) {
    case ERR_OK: return NULL;
    case ERR_USE: return "PORT_IN_USE";
    case ERR_ISCONN: return "CONNECTION_EXISTS";
    case ERR_RTE:
    case ERR_VAL: return "INVALID_DESTINATION";
    case ERR_MEM:
    case ERR_BUF: return "INSUFFICIENT_RESOURCES";
    default: return "CONNECTION_CLOSING";
    }
}

/* lwIP wants to be called four times a second as long as there is a connection, or a fragment that waits for others. */
static void keep_time(void) {
    if (!tick && (tcp_active_pcbs || tcp_tw_pcbs || plumbline_now(the_host) < fragments_until))
        tick = plumbline_after(the_host, TICK * 1000000ull);
}

/* A connection that is in TIME-WAIT no more is gone, of which lwIP says nothing. */
static void notice_the_gone(void) {
    for (int i = 0; i < SOCKETS; i++) {
        if (!all[i].socket || !all[i].has_closed || !all[i].tcp) continue;
        struct tcp_pcb *pcb = tcp_active_pcbs;
        while (pcb && pcb != all[i].tcp) pcb = pcb->next;
        for (struct tcp_pcb *old = pcb ? NULL : tcp_tw_pcbs; old && !pcb; old = old->next)
            if (old == all[i].tcp) pcb = old;
        if (pcb) continue;
        all[i].tcp = NULL;
        plumbline_event("closed", the_host, all[i].socket);
    }
}

static void on_expired(int host, int timer) {
    struct opened *one = NULL;
    if (timer == tick) {
        tick = 0;
        tcp_tmr();
        if (++ticks % (IP_TMR_INTERVAL / TICK) == 0) ip_reass_tmr();
        notice_the_gone();
    }
    for (int i = 0; i < SOCKETS; i++)
        if (all[i].socket && all[i].soon == timer) one = all + i;
    if (one) {
        one->soon = 0;
        one->told_end = 1;
        plumbline_event("peer-closed", host, one->socket);
    }
    keep_time();
}

/* UDP. */

static void udp_in(void *arg, struct udp_pcb *pcb, struct pbuf *data, const ip_addr_t *from, u16_t port) {
    static uint8_t octets[65535];
    struct opened *one = arg;
    (void) pcb;
    size_t length = pbuf_copy_partial(data, octets, sizeof octets, 0);
    pbuf_free(data);
    plumbline_udp_received(the_host, one->socket, number(from), port, octets, length);
}

static const char *on_udp_open(int host, int socket, uint32_t *address, uint16_t *port) {
    (void) host;
    struct opened *one = open_one(socket);
    one->udp = udp_new();
    *address = number(&interface.ip_addr);
    err_t error = udp_bind(one->udp, &interface.ip_addr, *port);
    *port = one->udp->local_port;
    udp_recv(one->udp, udp_in, one);
    if (error != ERR_OK) udp_remove(one->udp), one->socket = 0;
    return reason(error);
}

static const char *on_udp_send(int host, int socket, uint32_t to, uint16_t port, const uint8_t *data, size_t length) {
    struct opened *one = find(socket);
    (void) host;
    if (!one || !one->udp) return "CONNECTION_CLOSING";
    if (length > 65535 - 28) return "TOO_LARGE";
    ip_addr_t address = address_of(to);
    struct pbuf *datagram = pbuf_alloc(PBUF_TRANSPORT, (u16_t) length, PBUF_RAM);
    if (!datagram) return "INSUFFICIENT_RESOURCES";
    pbuf_take(datagram, data, (u16_t) length);
    err_t error = udp_sendto(one->udp, datagram, &address, port);
    pbuf_free(datagram);
    return reason(error);
}

static void on_udp_close(int host, int socket) {
    struct opened *one = find(socket);
    (void) host;
    if (one && one->udp) udp_remove(one->udp), one->udp = NULL, one->socket = 0;
}

/* TCP. What lwIP calls may abort the connection it was called for, and has to say so. */

static err_t outcome(struct opened *one) {
    return one->aborted ? ERR_ABRT : ERR_OK;
}

static err_t tcp_in(void *arg, struct tcp_pcb *pcb, struct pbuf *data, err_t error) {
    struct opened *one = arg;
    (void) pcb, (void) error;
    if (data) {
        if (one->unread) pbuf_cat(one->unread, data);
        else one->unread = data;
        if (!one->told_readable) {
            one->told_readable = 1;
            plumbline_event("readable", the_host, one->socket);
        }
    } else {
        one->at_end = 1;
        if (!one->unread) {
            one->told_end = 1;
            plumbline_event("peer-closed", the_host, one->socket);
        }
    }
    return outcome(one);
}

static err_t tcp_room(void *arg, struct tcp_pcb *pcb, u16_t length) {
    struct opened *one = arg;
    (void) pcb, (void) length;
    if (one->short_of_room) {
        one->short_of_room = 0;
        plumbline_event("writable", the_host, one->socket);
    }
    return outcome(one);
}

static void tcp_gone(void *arg, err_t error) {
    struct opened *one = arg;
    one->tcp = NULL;
    if (error == ERR_CLSD) plumbline_event("closed", the_host, one->socket);
    else plumbline_failed(the_host, one->socket, error == ERR_ABRT ? "TIMED_OUT" : one->connecting ? "REFUSED" : "RESET");
}

static void watch(struct opened *one, struct tcp_pcb *pcb) {
    one->tcp = pcb;
    tcp_arg(pcb, one);
    tcp_recv(pcb, tcp_in);
    tcp_sent(pcb, tcp_room);
    tcp_err(pcb, tcp_gone);
}

static err_t tcp_came(void *arg, struct tcp_pcb *pcb, err_t error) {
    struct opened *listener = arg;
    if (error != ERR_OK || !pcb) return ERR_VAL;
    struct opened *one = open_one(plumbline_new_socket());
    watch(one, pcb);
    plumbline_accepted(the_host, listener->socket, one->socket, number(&pcb->local_ip), pcb->local_port,
                       number(&pcb->remote_ip), pcb->remote_port);
    return outcome(one);
}

static err_t tcp_up(void *arg, struct tcp_pcb *pcb, err_t error) {
    struct opened *one = arg;
    (void) pcb, (void) error;
    one->connecting = 0;
    plumbline_event("established", the_host, one->socket);
    return outcome(one);
}

static const char *on_listen(int host, int socket, uint32_t *address, uint16_t *port) {
    struct opened *one = open_one(socket);
    struct tcp_pcb *pcb = tcp_new();
    (void) host;
    err_t error = tcp_bind(pcb, &interface.ip_addr, *port);
    if (error != ERR_OK) {
        tcp_abort(pcb);
        one->socket = 0;
        return reason(error);
    }
    one->tcp = tcp_listen(pcb);
    tcp_arg(one->tcp, one);
    tcp_accept(one->tcp, tcp_came);
    *address = number(&interface.ip_addr);
    *port = one->tcp->local_port;
    return NULL;
}

static void on_listen_close(int host, int socket) {
    struct opened *one = find(socket);
    (void) host;
    if (one && one->tcp) tcp_close(one->tcp), one->tcp = NULL, one->socket = 0;
}

static const char *on_connect(int host, int socket, uint32_t *address, uint16_t *port, uint32_t to, uint16_t to_port) {
    struct opened *one = open_one(socket);
    struct tcp_pcb *pcb = tcp_new();
    ip_addr_t peer = address_of(to);
    (void) host;
    watch(one, pcb);
    one->connecting = 1;
    err_t error = tcp_bind(pcb, &interface.ip_addr, *port);
    if (error == ERR_OK) error = tcp_connect(pcb, &peer, to_port, tcp_up);
    *address = number(&interface.ip_addr);
    *port = pcb->local_port;
    if (error != ERR_OK) {
        tcp_err(pcb, NULL);
        tcp_abort(pcb);
        one->socket = 0;
    }
    keep_time();
    return reason(error);
}

static const char *on_send(int host, int socket, const uint8_t *data, size_t length, size_t *taken) {
    struct opened *one = find(socket);
    (void) host;
    if (!one || !one->tcp || one->has_closed) return "CONNECTION_CLOSING";
    size_t room = tcp_sndbuf(one->tcp), most = length < room ? length : room;
    while (most > 0) {
        u16_t piece = most > 0xffff ? 0xffff : (u16_t) most;
        err_t error;
        /* All of a piece or nothing: what makes too many small segments may fit by half. */
        while ((error = tcp_write(one->tcp, data + *taken, piece, TCP_WRITE_FLAG_COPY)) == ERR_MEM && piece > 1) piece /= 2;
        if (error != ERR_OK) break;
        *taken += piece;
        most -= piece;
    }
    one->short_of_room = *taken < length;
    tcp_output(one->tcp);
    return NULL;
}

static const char *on_receive(int host, int socket, uint8_t *data, size_t most, size_t *length) {
    struct opened *one = find(socket);
    if (!one) return "CONNECTION_CLOSING";
    *length = 0;
    if (one->unread) {
        u16_t count = pbuf_copy_partial(one->unread, data, most > 0xffff ? 0xffff : (u16_t) most, 0);
        one->unread = pbuf_free_header(one->unread, count);
        *length = count;
        if (one->tcp) tcp_recved(one->tcp, count);
    }
    if (*length < most) one->told_readable = 0;
    if (!one->unread && one->at_end && !one->told_end && !one->soon) one->soon = plumbline_soon(host);
    return NULL;
}

/* What is queued, then a FIN; receiving goes on: that is lwIP's shutdown of one direction. */
static void on_close(int host, int socket) {
    struct opened *one = find(socket);
    (void) host;
    if (!one || !one->tcp || one->has_closed) return;
    one->has_closed = 1;
    if (one->tcp->state == SYN_SENT) {
        tcp_err(one->tcp, NULL);
        tcp_close(one->tcp);
        one->tcp = NULL;
        plumbline_event("closed", host, socket);
    } else {
        tcp_shutdown(one->tcp, 0, 1);
    }
    keep_time();
}

static void on_abort(int host, int socket) {
    struct opened *one = find(socket);
    (void) host;
    if (!one || !one->tcp) return;
    tcp_err(one->tcp, NULL);
    tcp_abort(one->tcp);
    one->tcp = NULL;
    one->aborted = 1;
}

/* The host. */

static const char *on_boot(int host, uint32_t address, int prefix, int mtu) {
    ip_addr_t mine = address_of(address), mask = address_of(prefix ? 0xffffffffu << (32 - prefix) : 0), gateway = address_of(0);
    the_host = host;
    lwip_init();
    netif_add(&interface, ip_2_ip4(&mine), ip_2_ip4(&mask), ip_2_ip4(&gateway), NULL, interface_up, ip_input);
    interface.mtu = (u16_t) mtu;
    netif_set_default(&interface);
    netif_set_up(&interface);
    netif_set_link_up(&interface);
    return NULL;
}

static void on_datagram(int host, int link, const uint8_t *octets, size_t length) {
    struct pbuf *datagram = pbuf_alloc(PBUF_RAW, (u16_t) length, PBUF_RAM);
    (void) link;
    if (!datagram) return;
    pbuf_take(datagram, octets, (u16_t) length);
    if (length >= 20 && (octets[6] & 0x3f || octets[7])) fragments_until = plumbline_now(host) + REASSEMBLY * 1000000000ull;
    if (interface.input(datagram, &interface) != ERR_OK) pbuf_free(datagram);
    notice_the_gone();
    keep_time();
}

int main(void) {
    const struct plumbline_stack lwip = {
        .introduction = "lwip-" LWIP_VERSION_STRING " IPV4 ICMP UDP TCP TCP_WINDOW_SCALE",
        .hosts = 1,
        .boot = on_boot,
        .datagram = on_datagram,
        .expired = on_expired,
        .udp_open = on_udp_open,
        .udp_send = on_udp_send,
        .udp_close = on_udp_close,
        .listen = on_listen,
        .listen_close = on_listen_close,
        .connect = on_connect,
        .send = on_send,
        .receive = on_receive,
        .close = on_close,
        .abort = on_abort,
    };
    return plumbline_run(&lwip);
}
