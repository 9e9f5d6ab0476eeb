Feature: IP - addresses and packets
  Every host has an address. IP puts data into packets, writes on each where it comes from and where it goes, and hands it to
  the next node. Each node does the same, until the packet is where it belongs.

  Rule: Every host is given an address
    @IP-1
    Scenario: A host speaks under the address that it was given
      Given the endpoint has any address
      And the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the endpoint's packet has both addresses and both ports

    @IP-1
    Scenario: A host listens to the address that it was given
      Given the endpoint has any address
      And the endpoint's application waits for datagrams on any port
      When the peer sends any data to it
      Then the endpoint's application receives exactly that data

    @IP-1
    Scenario: A host does not take what is for a neighbour
      Given the endpoint has any address
      And the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, addressed to a host whose address differs from the endpoint's in any one bit
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

  Rule: IP delivers data to the address it is told
    @IP-2
    Scenario: A packet goes to the address that the application names, whichever it is
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of any address
      Then the endpoint's packet has both addresses and both ports
      And the endpoint's packet has an IP header, a UDP header and exactly that data

    @IP-2
    Scenario: Of several hosts the one that is named receives the data, and no other
      Given any number of peers, each with an address of its own
      And the endpoint's application waits for datagrams on any port
      When it sends any data of its own to any port of each of the peers, in any order
      Then each of the peers receives exactly its own

    @IP-2
    Scenario: What is too large for one packet arrives all the same
      Given the endpoint and the peer are joined by a link for packets of any size from 68 octets on
      And the endpoint's application waits for datagrams on any port
      When it sends any data, however large, to any port of the peer
      Then the peer receives exactly that data

    @IP-2
    Scenario: What fills its last packet exactly arrives, too
      Given the endpoint and the peer are joined by a link for packets of any size from 68 octets on
      And the endpoint's application waits for datagrams on any port
      When it sends data that fills any number of packets exactly to any port of the peer
      Then the peer receives exactly that data

    @IP-2
    Scenario: A datagram of half the largest size arrives, too
      Given the endpoint's application waits for datagrams on any port
      When it sends a little more or less than 32768 octets to any port of the peer
      Then the peer receives exactly that data

  Rule: IP carries data in units called packets
    @IP-3
    Scenario: Each datagram travels in a packet of its own
      Given the endpoint's application waits for datagrams on any port
      When it sends any number of datagrams to any port of the peer
      Then the peer receives them one by one
      And each of them leaves in a packet of its own, once

    @IP-3
    Scenario: The packets of several large datagrams can be told apart
      Given the endpoint and the peer are joined by a link for packets of any size from 68 octets on
      And the endpoint's application waits for datagrams on any port
      When it sends several datagrams with any large data to any port of the peer
      Then the peer receives them one by one

    @IP-3
    Scenario: What was cut on its way is put together
      Given the endpoint and the peer are joined by a row of any routers with links for packets of any size from 68 octets on
      And the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it
      Then the endpoint's application receives exactly that data

    @IP-3
    Scenario: The pieces may come in any order, and some of them twice
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces, in any order, some of them twice
      Then the endpoint's application receives exactly that data

    @IP-3
    Scenario: If a piece is missing, nothing is delivered
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces but one, in any order
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

    @IP-3
    Scenario: The pieces of several datagrams are not mixed up
      Given the endpoint's application waits for datagrams on any port
      When the peer sends several datagrams with any short data to it, in any pieces, mixed in any order
      Then the endpoint's application receives each of them whole

    @IP-3
    Scenario: Two hosts may give their datagrams the same number
      Given the endpoint's application waits for datagrams on any port
      When each of two peers sends any short data of its own to it, in any pieces under the same number, mixed in any order
      Then the endpoint's application receives each of them whole

    @IP-3
    Scenario: Datagrams of two protocols may have the same number
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces, mixed in any order with those of another protocol under the same number
      Then the endpoint's application receives exactly that data

  Rule: A packet holds the source address, the destination address and the data
    @IP-4
    Scenario: Every field of the header is what it must be, and behind it comes the data
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      Then the endpoint's packet has an IP header with version 4, its length, the whole length, UDP, the two addresses and a checksum that is right
      And the endpoint's packet has an IP header, a UDP header and exactly that data

    @IP-4
    Scenario: Whatever else the header says, the data is taken
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in a packet with any other fields in its header
      Then the endpoint's application receives exactly that data

    @IP-4
    Scenario: The source address in the packet tells who has sent it
      Given the peer has any address
      And the endpoint's application waits for datagrams on any port
      When the peer sends any data to it
      Then the endpoint's application receives it as from the peer's address and port

  Rule: Nodes hand a packet on, one to the next, until it reaches the destination
    @IP-5
    Scenario: A packet lives long enough for any way
      Given the endpoint and the peer are joined by a row of any routers
      And the endpoint's application waits for datagrams on any port
      When it sends any short data to any port of the peer
      Then the peer receives exactly that data

    @IP-5
    Scenario: A host that is no router hands nothing on
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any data to it, addressed to any other host
      Then the endpoint sends back nothing

    @IP-5 @needs:IPV4_ROUTER
    Scenario: A router hands a packet on to the next node
      Given the endpoint is a router between two peers
      When the first peer sends any data to the second
      Then exactly the second peer receives it, older and otherwise the same

    @IP-5 @needs:IPV4_ROUTER
    Scenario: Of several ways a router takes the one with the longest prefix
      Given the endpoint is a router between four peers, with any three prefixes in its table that lie one within the other
      When the first peer sends any data to any address in its table
      Then exactly the peer that the longest prefix leads to receives it, older and otherwise the same

    @IP-5 @needs:IPV4_ROUTER @needs:ICMP
    Scenario: At the end of its time a packet goes no further
      Given the endpoint is a router between two peers
      When the first peer sends any data to the second, with any Time to Live below two
      Then no other peer receives anything
      And the first peer is told that the packet's time was exceeded

    @IP-5 @needs:IPV4_ROUTER
    Scenario: A packet that may take one more hop takes it
      Given the endpoint is a router between two peers
      When the first peer sends any data to the second, with a Time to Live of two
      Then exactly the second peer receives it with a Time to Live of one, and otherwise the same

    @IP-5 @needs:IPV4_ROUTER
    Scenario: A router cuts what is too large for the next link
      Given the endpoint is a router between two peers, and the second one's link takes packets of any size from 68 octets on
      When the first peer sends any data too large for the next link to the second
      Then exactly the second peer receives pieces that make it whole

    @IP-5 @needs:IPV4_ROUTER
    Scenario: A router hands the pieces of a datagram on as they are, if they fit
      Given the endpoint is a router between two peers
      When the first peer sends any data of an octet or more to the second, in any pieces
      Then exactly the second peer receives each of the pieces, older and otherwise the same

    @IP-5 @needs:IPV4_ROUTER
    Scenario: A router cuts pieces that are too large for the next link once more
      Given the endpoint is a router between two peers, and the second one's link takes packets of any size from 68 octets on
      When the first peer sends any data twice too large for the next link to the second, each in two pieces
      Then exactly the second peer receives pieces that make it whole

    @IP-5 @needs:IPV4_ROUTER
    Scenario: A router hands on what just fits, although it must not be cut
      Given the endpoint is a router between two peers, and the second one's link takes packets of any size from 68 octets on
      When the first peer sends any data that just fits the next link to the second, without leave to be cut
      Then exactly the second peer receives it, older and otherwise the same

    @IP-5 @needs:IPV4_ROUTER @needs:ICMP
    Scenario: A router reports what is too large and must not be cut
      Given the endpoint is a router between two peers, and the second one's link takes packets of any size from 68 octets on
      When the first peer sends any data too large for the next link to the second, without leave to be cut
      Then no other peer receives anything
      And the first peer is told which size would fit

    @IP-5 @needs:IPV4_ROUTER @needs:ICMP
    Scenario: A router reports what it knows no way for
      Given the endpoint is a router between two peers
      When the first peer sends any data to any address that is not in its table
      Then no other peer receives anything
      And the first peer is told that there is no way

  Rule: An answer travels back in packets of its own, not necessarily the same way
    @IP-6
    Scenario: The answer goes to whoever asked, on a way of its own
      Given the endpoint and the peer are joined by any network that brings packets back another way than they went
      And the endpoint's application answers every datagram on any port
      When the peer sends any question to it from any port
      Then the answer comes from the port asked and goes to the port that asked

    @IP-6
    Scenario: The answer has a life of its own, however little of the question's was left
      Given the endpoint and the peer are joined by a row of any routers
      And the endpoint's application answers every datagram on any port
      When the peer sends any question to it, with a Time to Live that just reaches the endpoint
      Then the answer comes from the port asked and goes to the port that asked

    @IP-6
    Scenario: Each of several clients gets its own answer
      Given any number of peers, each with an address of its own
      And the endpoint's application returns every datagram on any port
      When each of the peers, in any order, sends any short data of its own to it
      Then each of the peers receives exactly its own

    @IP-6 @needs:ICMP
    Scenario: A ping is answered to where it came from
      Given the endpoint and the peer are joined by any network that brings packets back another way than they went
      When the peer pings the endpoint with any data
      Then each ping is answered once, with exactly its own data, from the address that was pinged
