/* A student's stack: IP and UDP for one host. What it needs of the world it is given in adapter.c. */
#ifndef STACK_H
#define STACK_H

#include <stddef.h>
#include <stdint.h>

enum { IP_HEADER = 20, UDP_HEADER = 8, LARGEST = 65535 };
enum { PROTOCOL_UDP = 17 };

/* ip.c */
extern uint32_t my_address;
void ip_start(uint32_t address, int prefix, int mtu);
void ip_receive(const uint8_t *datagram, size_t length);
void ip_send(int protocol, uint32_t to, const uint8_t *payload, size_t length);
void ip_forget(int timer);
int ip_is_host(uint32_t address);

/* checksum.c */
uint16_t checksum(const uint8_t *octets, size_t length);
uint16_t checksum_with_pseudo_header(uint32_t from, uint32_t to, int protocol, const uint8_t *octets, size_t length);
unsigned get16(const uint8_t *at);
uint32_t get32(const uint8_t *at);
void put16(uint8_t *at, unsigned value);
void put32(uint8_t *at, uint32_t value);

/* udp.c */
void udp_receive(uint32_t from, uint32_t to, const uint8_t *datagram, size_t length);
const char *udp_open(int socket, uint16_t *port);
const char *udp_send(int socket, uint32_t to, uint16_t port, const uint8_t *data, size_t length);
void udp_close(int socket);
void udp_close_all(void);

/* adapter.c: the world */
void world_transmit(const uint8_t *datagram, size_t length);
void world_deliver(int socket, uint32_t from, uint16_t port, const uint8_t *data, size_t length);
int world_after_seconds(int seconds);
uint32_t world_random(void);

#endif
