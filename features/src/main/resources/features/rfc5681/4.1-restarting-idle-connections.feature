Feature: RFC 5681 section 4.1: restarting idle connections
  What a sender has learned of the network is true for as long as it sends. After a pause it begins again like a new connection.

  Rule: After a pause longer than a timeout the first flight is small again
    @RFC5681/RESTART
    Scenario: What was learned of the network is forgotten in a pause
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And nothing else happens for ten seconds
      And the peer falls silent
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint begins again with no more than its initial window

    @RFC5681/RESTART
    Scenario: Acknowledgments of what the peer sends tell nothing of the network, either
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer sends many octets of its own, but acknowledges nothing
      And the peer falls silent
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint begins again with no more than its initial window
