Feature: RFC 5681 section 3.1: slow start and congestion avoidance
  How much the network carries nobody tells. A sender finds out: it begins with little, sends more as long as acknowledgments come,
  and takes a loss for the news that it was too much.

  Rule: Slow start grows with what is acknowledged
    @RFC5681/SLOW-START
    Scenario: For each acknowledgment no more than a segment
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than slow start allows

    @RFC5681/ACK-DIVISION
    Scenario: Ten acknowledgments of one segment are worth one segment
      Given a connection that the peer has opened, starting at any sequence number
      When the peer acknowledges each segment in ten parts
      And the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than slow start allows

  Rule: A timeout begins anew, carefully
    @RFC5681/LOSS-WINDOW
    Scenario Outline: After a timeout one segment is sent, and no more, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends no more than one full segment for each timeout

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC5681/LOSS-WINDOW
    Scenario Outline: It is one segment with selective acknowledgments, too, if the <opener> has opened the connection
      Given a peer that offers selective acknowledgments
      And a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint sends no more than one full segment for each timeout

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC5681/AVOIDANCE
    Scenario: After a timeout slow start ends at half of what was too much
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And the endpoint sends the data
      And the endpoint sends the data again
      When the peer answers again
      Then the endpoint puts no more under way than congestion avoidance allows

    @RFC5681/AVOIDANCE
    Scenario Outline: One timeout is enough for that, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data, and nobody answers
      And the endpoint sends the data
      And nothing else happens for half a second
      When the peer answers again
      Then the endpoint puts no more under way than congestion avoidance allows

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC5681/FLIGHT-SIZE @virtual-time
    Scenario: It does so after each timeout, not only after the first
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      And the endpoint's application sends a lot of any data, and nobody answers
      And the endpoint sends the rest
      And the endpoint sends the rest again
      And the peer answers again
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      And the endpoint's application sends little data, and nobody answers
      And the endpoint sends the rest
      And the endpoint sends the rest again
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than congestion avoidance allows since the last timeout

    @RFC5681/FLIGHT-SIZE
    Scenario: It ends at half of the little that was under way, though much more could have been
      Given a connection that the peer has opened, starting at any sequence number
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the peer falls silent
      And the endpoint's application sends little data, and nobody answers
      And the endpoint sends the rest
      And the endpoint sends the rest again
      When the endpoint's application sends a lot of any data
      Then the endpoint puts no more under way than congestion avoidance allows
