Feature: RFC 1122 section 3.2.1: what a host drops
  Before anybody reads what a packet carries, IP looks at the header. What cannot be right, or is not for this host, goes no further:
  no answer, no error, and no harm.

  Rule: The version is 4
    @RFC1122/IP-VERSION @needs:TCP
    Scenario Outline: In <state>, <segment> of another IP version is dropped
      Given a connection in <state>
      When <segment> arrives <place>, in a packet with any other IP version
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place            | after       |
        | LISTEN                           | a SYN             | at any number    | LISTEN      |
        | ESTABLISHED after a passive open | a reset           | at the left edge | ESTABLISHED |
        | ESTABLISHED after an active open | data              | at the left edge | ESTABLISHED |

    @RFC1122/IP-VERSION @needs:UDP
    Scenario: A datagram of another IP version is dropped
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet with any other IP version
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

  Rule: The header checksum is right
    @RFC1122/IP-CHECKSUM @needs:TCP
    Scenario Outline: In <state>, <segment> with a wrong IP header checksum is dropped
      Given a connection in <state>
      When <segment> arrives <place>, in a packet with any wrong IP header checksum
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place            | after       |
        | LISTEN                           | a SYN             | at any number    | LISTEN      |
        | ESTABLISHED after a passive open | a reset           | at the left edge | ESTABLISHED |
        | ESTABLISHED after an active open | data              | at the left edge | ESTABLISHED |

    @RFC1122/IP-CHECKSUM @needs:TCP
    Scenario: A SYN whose IP header is damaged in any one bit is dropped
      Given a connection in LISTEN
      When a SYN arrives at any number, damaged in the IP header
      Then the endpoint answers with nothing
      And the connection is LISTEN

    @RFC1122/IP-CHECKSUM @needs:UDP
    Scenario: A datagram with a wrong IP header checksum is dropped
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet with any wrong IP header checksum
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

  Rule: The lengths can be
    @RFC791/LENGTHS @needs:TCP
    Scenario Outline: In <state>, <segment> with a wrong <field> is dropped
      Given a connection in <state>
      When <segment> arrives <place>, in a packet with any wrong <field>
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment | place            | field            | after       |
        | LISTEN                           | a SYN   | at any number    | IP header length | LISTEN      |
        | LISTEN                           | a SYN   | at any number    | total length     | LISTEN      |
        | ESTABLISHED after a passive open | data    | at the left edge | IP header length | ESTABLISHED |
        | ESTABLISHED after a passive open | data    | at the left edge | total length     | ESTABLISHED |

    @RFC791/LENGTHS @needs:UDP
    Scenario Outline: A datagram with a wrong <field> is dropped
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet with any wrong <field>
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

      Examples:
        | field            |
        | IP header length |
        | total length     |

  Rule: It is for this host
    @RFC1122/DESTINATION @needs:TCP
    Scenario Outline: In <state>, <segment> <address> gets no answer
      Given a connection in <state>
      When <segment> arrives <place>, <address>
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place            | address                                                                     | after       |
        | LISTEN                           | a SYN             | at any number    | addressed to any other host                                                 | LISTEN      |
        | LISTEN                           | a SYN             | at any number    | addressed to a host whose address differs from the endpoint's in any one bit | LISTEN      |
        | CLOSED                           | an acknowledgment | at any number    | addressed to any other host                                                 | CLOSED      |
        | ESTABLISHED after a passive open | a reset           | at the left edge | addressed to a host whose address differs from the endpoint's in any one bit | ESTABLISHED |

    @RFC1122/BROADCAST
    Scenario: What is for everybody is for this host, too
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, addressed to everybody on its network
      Then the endpoint's application receives exactly that data

  Rule: Where there are two addresses, both are hosts
    @RFC3021/LINK-OF-TWO
    Scenario: The two hosts of a link that has two addresses talk to each other
      Given the endpoint and the peer are joined by a link that has two addresses
      And the endpoint's application waits for datagrams on any port
      When it sends any short data to any port of the peer
      And the peer sends any short data to it
      Then the endpoint's application receives exactly that data
      And the peer receives exactly that data

  Rule: It comes from a host
    @RFC1122/SOURCE-ADDRESS @needs:TCP
    Scenario Outline: In <state>, <segment> from <source> gets no answer
      Given a connection in <state>
      When <segment> arrives <place>, in a packet from <source>
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place            | source                                          | after       |
        | CLOSED                           | a SYN             | at any number    | any address that no host may have               | CLOSED      |
        | CLOSED                           | an acknowledgment | at any number    | any address that no host may have               | CLOSED      |
        | CLOSED                           | an acknowledgment | at any number    | the broadcast address of the endpoint's network | CLOSED      |
        | ESTABLISHED after a passive open | a reset           | at the left edge | any address that no host may have               | ESTABLISHED |

    @RFC1122/SOURCE-ADDRESS @needs:UDP
    Scenario Outline: A datagram from <source> is dropped
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, in a packet from <source>
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

      Examples:
        | source                                          |
        | any address that no host may have               |
        | the broadcast address of the endpoint's network |

  Rule: What has arrived is taken, however old it is
    @RFC1122/TTL-ARRIVING @needs:TCP
    Scenario: A SYN at the end of its time is answered
      Given a connection in LISTEN
      When a SYN arrives at any number, with any Time to Live below two
      Then the endpoint answers with a SYN and ACK
      And the connection is SYN-RECEIVED

    @RFC1122/TTL-ARRIVING @needs:UDP
    Scenario: A datagram at the end of its time is taken
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, with any Time to Live below two
      Then the endpoint's application receives exactly that data

    @RFC1122/TTL-ARRIVING @needs:UDP
    Scenario: A datagram whose pieces are at the end of their time is taken, too
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces at the end of their time, mixed in any order
      Then the endpoint's application receives exactly that data

  Rule: Where a source route ends, the packet has arrived
    @RFC1122/ROUTE-END
    Scenario: A datagram that has come by way of gateways is taken
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet that has come by way of any gateways
      Then the endpoint's application receives exactly that data

    @RFC1122/ROUTE-END @needs:TCP
    Scenario Outline: In <state>, <segment> that has come by way of gateways is taken
      Given a connection in <state>
      When <segment> arrives <place>, in a packet that has come by way of any gateways
      Then the endpoint answers with <answer>

      Examples:
        | state                            | segment | place            | answer                  |
        | LISTEN                           | a SYN   | at any number    | a SYN and ACK           |
        | ESTABLISHED after a passive open | data    | at the left edge | an acknowledgment of it |
        | ESTABLISHED after an active open | data    | at the left edge | an acknowledgment of it |

  Rule: Where it goes on, the packet goes on, or goes nowhere (section 3.3.5)
    @RFC1122/ROUTE-FAILED
    Scenario: A datagram that has to go on is not for the endpoint's application
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet whose source route goes on from the endpoint
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

    @RFC1122/ROUTE-FAILED
    Scenario: A datagram that has to go on does so, or its sender is told
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet whose source route goes on from the endpoint
      Then the packet goes on, or the first peer is told that the source route has failed
