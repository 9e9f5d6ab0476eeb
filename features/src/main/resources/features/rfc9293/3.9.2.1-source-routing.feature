Feature: RFC 9293 section 3.9.2.1: source routing
  A sender may write into the IP header by way of which gateways a packet is to go. Each of them leaves its own address there, so
  that the receiver knows the way back. To both ends a connection is one between hosts, whatever gateways lie between.

  Rule: An application may say by way of which gateways its segments go
    @RFC9293/MUST-51
    Scenario: Who connects by way of gateways has them in every segment
      When the endpoint's application connects to the peer by way of any gateways
      Then it gets a connection
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then

    @RFC9293/MUST-51
    Scenario: What is sent again goes by way of them as well
      When the endpoint's application connects to the peer by way of any gateways
      Then it gets a connection
      When the endpoint's application sends any data, and nobody answers
      And the endpoint sends the data again
      Then once the peer answers again, the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then

    @RFC9293/MUST-52
    Scenario: Who has named gateways goes by way of these, whatever gateways the peer's packets have come by
      When the endpoint's application connects to the peer by way of any gateways
      And the peer's packets come by way of any other gateways
      Then it gets a connection
      When the peer sends any data
      Then the endpoint's application receives exactly what the peer sent
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then

  Rule: Who was asked by way of gateways answers by way of them
    @RFC9293/MUST-53
    Scenario Outline: A server's segments go back by the gateways by which the client's have come: <gateways>
      Given the peer's packets come by way of <gateways>
      And a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then

      Examples:
        | gateways                                       |
        | any gateways                                   |
        | any gateways, its own address in front of them |

    @RFC9293/MUST-53
    Scenario: Once is enough
      Given the peer's packets come by way of any gateways
      And a connection that the peer has opened, starting at any sequence number
      And the peer's packets come by way of no more gateways
      When the peer sends any data
      Then the endpoint's application receives exactly what the peer sent
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then

    @RFC9293/SHLD-24
    Scenario: When the client finds another way, the server takes it, too
      Given the peer's packets come by way of any gateways
      And a connection that the peer has opened, starting at any sequence number
      And the peer's packets come by way of any other gateways
      When the peer sends any data
      Then the endpoint's application receives exactly what the peer sent
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then

  Rule: What the gateways take of a packet is not left for data (section 3.7.1)
    @RFC9293/MUST-16 @needs:SOURCE_ROUTE
    Scenario: A peer that names no segment size gets no segment larger than it takes, gateways included
      Given the peer's packets come by way of any gateways
      And a connection that the peer has opened, without an MSS
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent
      And every segment of the endpoint has had that source route since then
