/* What is between Plumbline and the stack: each side's words for the other's. */
#include "plumbline.h"
#include "stack.h"

#ifndef HOSTS
#define HOSTS 1 /* each host has a process of its own: the stack has global variables */
#endif

static int the_host;

/* What Plumbline asks for. */

static const char *boot(int host, uint32_t address, int prefix, int mtu) {
    the_host = host;
    ip_start(address, prefix, mtu);
    return NULL;
}

static void datagram(int host, int link, const uint8_t *octets, size_t length) {
    (void) host;
    if (link == 0) ip_receive(octets, length);
}

static void expired(int host, int timer) {
    (void) host;
    ip_forget(timer);
}

static const char *open_port(int host, int socket, uint32_t *address, uint16_t *port) {
    (void) host;
    *address = my_address;
    return udp_open(socket, port);
}

static const char *send_datagram(int host, int socket, uint32_t to, uint16_t port, const uint8_t *data, size_t length) {
    (void) host;
    return udp_send(socket, to, port, data, length);
}

static void close_port(int host, int socket) {
    (void) host;
    udp_close(socket);
}

/* The host's process ends, and its variables with it; one that serves all hosts would have to set them back. */
static void switch_off(int host) {
    (void) host;
    if (HOSTS != 1) udp_close_all();
}

/* What the stack asks for. */

void world_transmit(const uint8_t *octets, size_t length) {
    plumbline_transmit(the_host, 0, octets, length);
}

void world_deliver(int socket, uint32_t from, uint16_t port, const uint8_t *data, size_t length) {
    plumbline_udp_received(the_host, socket, from, port, data, length);
}

int world_after_seconds(int seconds) {
    return plumbline_after(the_host, (uint64_t) seconds * 1000000000u);
}

uint32_t world_random(void) {
    return plumbline_random(the_host);
}

int main(void) {
    const struct plumbline_stack stack = {
        .introduction = "mystack-in-c IPV4 UDP",
        .hosts = HOSTS,
        .boot = boot,
        .datagram = datagram,
        .expired = expired,
        .udp_open = open_port,
        .udp_send = send_datagram,
        .udp_close = close_port,
        .close_host = switch_off,
    };
    return plumbline_run(&stack);
}
