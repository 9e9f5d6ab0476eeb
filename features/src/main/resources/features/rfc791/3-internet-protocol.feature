Feature: RFC 791 section 3: what must do no harm
  Some packets are made to break hosts: a ping too long for its buffer, pieces that lie one over the other, an option that never ends.

  Rule: No datagram is longer than its length field can say
    @RFC791/LARGEST
    Scenario: Pieces that reach beyond 65535 octets are given up
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in pieces that reach beyond 65535 octets
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

    @RFC791/LARGEST
    Scenario: The header of the first piece counts, too
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, in pieces that only with the options of the first reach beyond 65535 octets
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

  Rule: Pieces may overlap
    @RFC791/OVERLAP
    Scenario Outline: What <overlap> comes out as it was sent, or not at all
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces that <overlap>, in any order
      Then the endpoint's application receives that data once, or nothing
      And another datagram still reaches the endpoint's application

      Examples:
        | overlap                           |
        | overlap                           |
        | overlap and contradict each other |

  Rule: What belongs together has the same addresses, too
    @IP-3
    Scenario: Datagrams for two destinations may have the same number
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces, mixed in any order with those of a datagram for everybody under the same number
      Then the endpoint's application receives exactly that data

  Rule: Places are counted in eights
    @RFC791/EIGHTS
    Scenario: What is missing behind a piece that ends between two eights is not made up
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data of an octet or more to it, in any pieces, one of which ends between two eights, in any order
      Then the endpoint's application receives nothing of it
      And another datagram still reaches the endpoint's application

  Rule: Every option ends
    @RFC1122/OPTION-LENGTH
    Scenario: A datagram whose IP option has an impossible length is taken or dropped
      Given the endpoint's application waits for datagrams on any port
      When the peer sends any short data to it, with an IP option of any impossible length
      Then the endpoint's application receives that data once, or nothing
      And another datagram still reaches the endpoint's application

  Rule: Each piece has the options that belong there
    @RFC791/COPIED-OPTIONS
    Scenario: A router copies into each piece what is to be copied, and no more
      Given the endpoint is a router between two peers, and the second one's link takes packets of any size from 68 octets on
      When the first peer sends any data too large for the next link to the second, with any IP options, to be copied or not
      Then exactly the second peer receives pieces that make it whole
      And exactly the second peer receives pieces with the options that belong there
