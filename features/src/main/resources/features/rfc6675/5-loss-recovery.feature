Feature: RFC 6675 section 5: loss recovery with blocks
  Where blocks tell what is missing, all of it can be sent again at once: not one segment each round trip, and none after a timeout.

  Rule: All holes are filled
    @RFC6675/5-HOLES @virtual-time
    Scenario: What is missing is sent again before a timeout
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after a passive open
      And both ends have offered it
      And the peer keeps and reports what comes behind a gap
      When the endpoint's application sends a lot of any data, but any few segments of it is lost on the way
      Then the endpoint sends all that is missing again before a timeout has passed

    @RFC6675/5-HOLES @virtual-time
    Scenario: The same if the endpoint has opened the connection
      Given a peer that offers selective acknowledgments
      And a connection in ESTABLISHED after an active open
      And both ends have offered it
      And the peer keeps and reports what comes behind a gap
      When the endpoint's application sends a lot of any data, but any few segments of it is lost on the way
      Then the endpoint sends all that is missing again before a timeout has passed

    @RFC6675/5-HOLES @virtual-time
    Scenario Outline: The rest of a segment of which a block covers only the front is missing, too, if the connection is in <state>
      Given a peer that offers selective acknowledgments
      And a connection in <state>
      And both ends have offered it
      And the peer keeps and reports what comes behind a gap, but of the first such segment only the front
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint sends all that is missing again before a timeout has passed

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
