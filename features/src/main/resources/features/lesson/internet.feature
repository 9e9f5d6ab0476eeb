Feature: Crossing the Internet
  Two hosts side by side need one link. Far apart, they need the nodes in between: none of these knows the whole way, and there
  may be many ways. To the hosts it makes no difference.

  Rule: A client and a server side by side exchange data over one link
    @NET-1
    Scenario: A datagram goes there, and one comes back
      Given the endpoint's application waits for datagrams on any port
      When it sends any data to any port of the peer
      And the peer sends any data to it
      Then the endpoint's application receives exactly that data
      And the peer receives exactly that data

    @NET-1 @needs:TCP
    Scenario: A stream goes there, and one comes back
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data
      And the peer sends any data
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint's application receives exactly what the peer sent

  Rule: Far apart, the data crosses many nodes, on one of many possible ways
    @NET-2
    Scenario: A question and its answer cross any network
      Given the endpoint and the peer are joined by any network of up to eight nodes
      And the endpoint's application waits for datagrams on any port
      When it sends any question, however large, to any port of the peer, again each second until it is answered with any short data
      Then the endpoint's application receives the answer
      And the peer receives the question

    @NET-2 @needs:TCP
    Scenario: Two streams cross any network
      Given the endpoint and the peer are joined by any network of up to eight nodes
      And a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data
      And the peer sends any data
      And the peer sends again each second what is not acknowledged
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint's application receives exactly what the peer sent

    @NET-2
    Scenario: However far apart they are, several hosts talk to the endpoint at the same time
      Given the endpoint and the peer are joined by any network of up to eight nodes
      And any number of peers, each with an address of its own
      And the endpoint's application returns every datagram on any port
      When each of the peers, in any order, sends any short data of its own to it
      Then each of the peers receives exactly its own
