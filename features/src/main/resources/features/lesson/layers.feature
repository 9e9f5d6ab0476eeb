Feature: Layers
  Four layers share the work: the application has something to say, the transport (TCP or UDP) says for which application it
  is, the internet layer (IP) says for which host, and the network interface carries it. On the way out each layer puts its
  header in front; on the way in each takes its own header off, and the application gets exactly what was sent.

  Rule: There are four layers, and each does its own part
    @LAY-1
    Scenario Outline: A packet that is damaged in the <layer> goes no further than that layer
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data of an octet or more to it, damaged in the <layer>
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

      Examples:
        | layer                     |
        | IP header                 |
        | transport header          |
        | data of the application   |

    @LAY-1
    Scenario: The internet layer delivers to its own host only
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, addressed to any other host
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

  Rule: On the way out the data gets the transport header, then the IP header
    @LAY-2
    Scenario: Data leaves over UDP in two envelopes
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the endpoint's packet has an IP header, a UDP header and exactly that data

    @LAY-2
    Scenario: Data leaves over TCP in two envelopes
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data
      Then every packet on the wire is an IP header, a TCP header and a part of that data
      And the peer receives exactly what the endpoint's application sent

  Rule: On the way in each layer removes its own header, and the application gets exactly the data
    @LAY-3
    Scenario: A datagram arrives in envelopes of any size
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, with any options in its IP header and any padding behind it
      Then the endpoint's application receives exactly that data

    @LAY-3
    Scenario: A segment arrives in envelopes of any size
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in one segment with any options in its headers and any padding behind it
      Then the endpoint's application receives exactly what the peer sent

    @LAY-3
    Scenario: A stream may be cut into segments anywhere
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments of any size
      Then the endpoint's application receives exactly what the peer sent

  Rule: The transport header adds ports, order, control and verification
    @LAY-4
    Scenario: The transport header names both applications
      When the endpoint's application connects to any port of the peer, from any port
      Then the endpoint sends a SYN for each connection, from a port of its own

    @LAY-4
    Scenario: The numbers in the transport header tell the order
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data in several pieces
      Then every packet on the wire has the sequence number of its first octet

    @LAY-4
    Scenario: A segment whose checksum is wrong is not believed
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in one segment with one bit turned over
      Then the endpoint's application receives nothing but what came before the gap
      And once the peer sends again what is missing, the endpoint's application receives exactly what the peer sent
