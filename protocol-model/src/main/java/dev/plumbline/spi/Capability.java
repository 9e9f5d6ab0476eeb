package dev.plumbline.spi;

/** Something that a stack may claim to be able to do. Nothing is ever guessed: what is not claimed is not judged. */
public enum Capability {
    /** Sends and receives IPv4 datagrams (RFC 791 section 1.4). */
    IPV4,
    /** Forwards datagrams between its links (RFC 1812 section 5.2). */
    IPV4_ROUTER,
    /** Answers echo requests, reports and heeds errors (RFC 1122 section 3.2.2). */
    ICMP,
    /** {@link UdpService} (RFC 768). */
    UDP,
    /** {@link UdpHandler#unreachable} tells of every ICMP error about a datagram (RFC 1122 section 4.1.3.3). */
    UDP_ERROR_REPORTS,
    /**
     * {@link UdpHandler#received} tells to which of the host's addresses a datagram went, and {@link UdpSocket#send} may name the one
     * that it comes from, on a host that may have {@link Host#moreAddresses} (RFC 1122 section 4.1.3.5).
     */
    UDP_LOCAL_ADDRESS,
    /** {@link TcpService} (RFC 9293 section 1). */
    TCP,
    /** Scales its windows (RFC 7323 section 2). */
    TCP_WINDOW_SCALE,
    /** Sends timestamps (RFC 7323 section 3). */
    TCP_TIMESTAMPS,
    /** Acknowledges selectively (RFC 2018 section 1). */
    TCP_SACK,
    /** Negotiates and heeds explicit congestion notification (RFC 3168 section 6.1). */
    TCP_ECN,
    /** {@link TcpSetting.NoDelay} (RFC 9293 section 3.7.4). */
    TCP_NO_DELAY,
    /** {@link TcpSetting.KeepAlive} and {@link TcpSetting.KeepAliveInterval} (RFC 9293 section 3.8.4). */
    TCP_KEEP_ALIVE,
    /** {@link TcpSetting.UserTimeout} (RFC 9293 section 3.8.3). */
    TCP_USER_TIMEOUT,
    /** {@link TcpSetting.ErrorReports} and {@link TcpHandler#reported} (RFC 9293 section 3.9.1.8). */
    TCP_ERROR_REPORTS,
    /** {@link TcpSetting.Diffserv} (RFC 9293 section 3.9.1.9). */
    TCP_DIFFSERV,
    /** {@link TcpSetting.TimeToLive} (RFC 9293 section 3.9.2). */
    TCP_TIME_TO_LIVE,
    /** {@link TcpConnection#sendUrgent}, {@link TcpConnection#urgentLeft} and {@link TcpHandler#urgent} (RFC 9293 section 3.8.5). */
    TCP_URGENT,
    /** {@link TcpConnection#closeHalfDuplex} (RFC 9293 section 3.6.1). */
    TCP_HALF_DUPLEX_CLOSE,
    /** OPEN with a local address, on a host that may have {@link Host#moreAddresses} (RFC 9293 section 3.9.1.1). */
    TCP_LOCAL_ADDRESS,
    /**
     * OPEN by way of gateways, and answers that go back the way that a source route has recorded (RFC 1122 section 3.2.1.8, RFC 9293
     * section 3.9.2.1).
     */
    SOURCE_ROUTE,
    /** {@link ResolverService} (RFC 1034 section 5.3.1). */
    DNS_STUB,
    /** {@link ResolverService} that remembers answers for their time to live (RFC 1034 section 5.3.3). */
    DNS_CACHE,
    /** {@link NameServerService} (RFC 1034 section 4.3). */
    DNS_AUTHORITATIVE,
    /** {@link TcpConnection#status} tells more than nothing. */
    INSPECT
}
