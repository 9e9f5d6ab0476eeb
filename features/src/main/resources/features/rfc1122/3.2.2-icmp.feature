Feature: RFC 1122 section 3.2.2: ICMP
  A host answers pings, and tells a sender what it cannot use. About some packets it says nothing, or errors would answer errors.

  Rule: Every ping is answered, however it comes
    @RFC1122/ECHO
    Scenario Outline: A ping <how> is answered with all of its data
      When the peer pings the endpoint <how>
      Then each ping is answered once, with exactly its own data, from the address that was pinged

      Examples:
        | how                                                                     |
        | with any data                                                           |
        | with any data, in a packet with any other fields in its header          |
        | with any data, with any options in its IP header and any padding behind it |
        | with any short data, in any pieces, mixed in any order                  |
        | with any short data, in any pieces, in any order, some of them twice    |

    @RFC1122/ECHO
    Scenario: A ping to any of several addresses is answered from there
      Given the endpoint has several addresses
      When the peer pings the endpoint with any data, addressed to any other address of the endpoint
      Then each ping is answered once, with exactly its own data, from the address that was pinged

    @RFC1122/ECHO-ROUTE
    Scenario Outline: A ping goes back by the gateways by which it has come: <gateways>
      Given the peer's packets come by way of <gateways>
      When the peer pings the endpoint with any short data
      Then each ping is answered once, with exactly its own data, from the address that was pinged
      And every reply of the endpoint has had that source route since then

      Examples:
        | gateways                                       |
        | any gateways                                   |
        | any gateways, its own address in front of them |

  Rule: What nobody understands is dropped in silence
    @RFC1122/ICMP-UNKNOWN
    Scenario: A message of a type that nobody knows gets no answer
      When the peer sends an ICMP message of any type that nobody knows
      Then the endpoint sends back nothing

  Rule: A report that concerns nobody does no harm
    @RFC1122/ICMP-LATE
    Scenario: An error comes when its application is gone, and the next one has the port
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of any address
      And it gives its port up
      And a router reports that nobody is there
      And nothing else happens for three minutes
      And the endpoint's application waits for datagrams on the same port
      Then another datagram still reaches the endpoint's application

  Rule: A sender is told what cannot be used
    @RFC1122/PROTOCOL-UNREACHABLE @needs:UDP
    Scenario: That nobody knows its protocol
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, under the number of any protocol that nobody knows
      Then the first peer is told that nobody there knows the protocol

    @RFC1122/PORT-UNREACHABLE
    Scenario: That nobody has its port
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to any port that none of them has
      Then the first peer is told that no application has the port

    @RFC1122/PORT-UNREACHABLE
    Scenario: That nobody has its port, of a datagram with options
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to any port that none of them has, with any options in its IP header and any padding behind it
      Then the first peer is told that no application has the port

    @RFC1122/PORT-UNREACHABLE
    Scenario: That nobody has its port, of a datagram whose options end before its header
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to any port that none of them has, with fewer options in its IP header than that has room for
      Then the first peer is told that no application has the port

    @RFC1122/PORT-UNREACHABLE
    Scenario: That nobody has its port any more
      Given the endpoint's application waits for datagrams on any port
      When it gives its port up
      And the peer sends any data to it
      Then no application receives anything
      And the first peer is told that no application has the port

    @IP-5 @needs:IPV4_ROUTER
    Scenario: That there is no way for a ping, which is no error
      Given the endpoint is a router between two peers
      When the first peer sends any data to any address that is not in its table, in a packet that is a ping
      Then no other peer receives anything
      And the first peer is told that there is no way

  Rule: About some packets nobody is told anything
    @RFC1122/ICMP-ABOUT @needs:UDP
    Scenario Outline: No error is sent about a datagram <address>
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any data to any port that none of them has, <address>
      Then no application receives anything
      And the endpoint sends back nothing

      Examples:
        | address                                                                                |
        | addressed to any broadcast or multicast address                                        |
        | in a packet from any address that no host may have                                     |
        | in any pieces, mixed in any order, each of them for a broadcast or multicast address   |

    @RFC1122/ICMP-ABOUT @needs:UDP
    Scenario: No error is sent about pieces without the first
      Given the endpoint's applications wait for datagrams on any set of ports
      When the peer sends any short data of an octet or more to any one of them, in any pieces but the one with the ports, in any order
      And nothing else happens for three minutes
      Then the endpoint sends back nothing
      And no application receives anything

    @RFC1122/ICMP-ABOUT @needs:IPV4_ROUTER
    Scenario: No error is sent about an error, even where there is no way for it
      Given the endpoint is a router between two peers
      When the first peer sends any data to any address that is not in its table, in a packet that is an ICMP error itself
      Then no other peer receives anything
      And the endpoint sends back nothing
