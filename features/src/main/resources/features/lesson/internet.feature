Feature: Crossing the Internet
  Two hosts side by side need one link. Far apart, they need the nodes in between: none of these knows the whole way, and there
  may be many ways. To the hosts it makes no difference.

  Rule: A client and a server side by side exchange data over one link
    @NET-1
    Scenario: A datagram goes there, and one comes back
      Given the endpoint's application waits for datagrams on any port
      When the endpoint's application and the peer send each other any data
      Then each of the two receives exactly what the other has sent

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
      Given any network of up to eight nodes, the endpoint and the peer among them
      And the endpoint's application waits for datagrams on any port
      When it asks the peer any question, again each second until the peer has answered with any data
      Then the peer has received the question as it was asked, and the endpoint's application the answer as it was given

    @NET-2 @needs:TCP
    Scenario: Two streams cross any network
      Given any network of up to eight nodes, the endpoint and the peer among them
      And a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data
      And the peer sends any data
      And the peer sends again each second what is not acknowledged
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint's application receives exactly what the peer sent

    @NET-2
    Scenario: However far apart they are, several hosts talk to the endpoint at the same time
      Given any network of up to eight nodes, the endpoint and the peer among them
      And any number of peers, each with an address of its own
      And an application of the endpoint sends every datagram on any port back
      When each of the peers sends data of its own there, in any order
      Then each of the peers receives exactly its own
